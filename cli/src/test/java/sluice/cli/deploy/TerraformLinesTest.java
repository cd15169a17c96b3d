package sluice.cli.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.cli.deploy.StackChanges.Change;
import sluice.cli.deploy.StackChanges.Tense;
import sluice.lake.problem.Problem;

class TerraformLinesTest {
  @TempDir
  Path root;

  @Test
  void aPlanIsItsChangesWithoutWhatIsOnlyRead() {
    TerraformLines lines = lines(
        "not JSON",
        "{\"type\":\"version\"}",
        planned("aws_s3_bucket.this", "create"),
        planned("data.aws_region.current", "read"),
        planned("aws_kms_key.this", "noop"),
        planned("aws_sns_topic.this", "replace"),
        "{\"type\":\"change_summary\",\"changes\":{\"add\":2,\"change\":0,\"remove\":1,\"operation\":\"plan\"}}");

    assertThat(lines.changes()).isEqualTo(new StackChanges(Stack.FOUNDATION, 2, 0, 1,
        List.of(new Change("aws_s3_bucket.this", "create"), new Change("aws_sns_topic.this", "replace"))));
    assertThat(lines.changes().text(Tense.PLANNED)).isEqualTo("2 to add, 0 to change, 1 to destroy");
    assertThat(lines.problems()).isEmpty();
  }

  @Test
  void anApplyCountsWhatIsDone() {
    TerraformLines planning = lines(planned("a", "create"));
    assertThat(planning.progress()).isEqualTo("1 to change so far");

    TerraformLines applying = lines(planned("a", "create"), planned("b", "update"),
        "{\"type\":\"change_summary\",\"changes\":{\"add\":1,\"change\":1,\"remove\":0,\"operation\":\"plan\"}}",
        "{\"type\":\"apply_complete\",\"hook\":{\"action\":\"read\"}}",
        "{\"type\":\"apply_complete\",\"hook\":{\"action\":\"create\"}}");
    assertThat(applying.progress()).isEqualTo("1 of 2 done");
  }

  @Test
  void anErrorBecomesAProblemAtItsPlaceInTheCheckout() throws Exception {
    Path file = root.resolve("infra-terraform/modules/function/main.tf");
    Files.createDirectories(file.getParent());
    Files.createDirectories(root.resolve("infra-terraform/stacks/foundation"));
    Files.writeString(file, "x");
    TerraformLines lines = lines("""
        {"type":"diagnostic","diagnostic":{"severity":"error","summary":"no such thing","detail":"It said so.","address":"module.publish",\
        "range":{"filename":"../../modules/function/main.tf","start":{"line":3,"column":29}}}}""",
        "{\"type\":\"diagnostic\",\"diagnostic\":{\"severity\":\"warning\",\"summary\":\"old\"}}",
        "{\"type\":\"diagnostic\",\"diagnostic\":{\"severity\":\"error\",\"summary\":\"elsewhere\"}}");

    assertThat(lines.problems()).containsExactly(
        Problem.error("W110", "Terraform in stack foundation: no such thing").where("module.publish").found("It said so.")
            .at("infra-terraform/modules/function/main.tf", 3, 29),
        Problem.error("W110", "Terraform in stack foundation: elsewhere"));
  }

  private TerraformLines lines(String... said) {
    TerraformLines lines = new TerraformLines(Stack.FOUNDATION, root);
    Stream.of(said).forEach(lines::accept);
    return lines;
  }

  private static String planned(String address, String action) {
    return "{\"type\":\"planned_change\",\"change\":{\"action\":\"" + action + "\",\"resource\":{\"addr\":\"" + address + "\"}}}";
  }
}
