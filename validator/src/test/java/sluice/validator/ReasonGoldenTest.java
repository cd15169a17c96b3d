package sluice.validator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.lake.PartitionKey;
import sluice.lake.json.Json;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.manifest.Part;

/** A folder under {@code reasons/} holds an object, what its manifest promises, and the verdict it must get, or a recipe for a file. */
class ReasonGoldenTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "reasons");
  private static final Path PAGES = Path.of("..", "docs", "reasons");

  static List<Path> cases() throws Exception {
    return folders().filter(folder -> Files.exists(folder.resolve("promised.json"))).toList();
  }

  private static Stream<Path> folders() throws Exception {
    try (var folders = Files.list(GOLDEN)) {
      return folders.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void givesTheVerdictOfTheGoldenFile(Path folder, @TempDir Path root) throws Exception {
    JsonNode promised = Json.MAPPER.readTree(folder.resolve("promised.json").toFile());
    GateBench bench = new GateBench(root);
    PartitionKey run = GateBench.partition("run-1");
    Part part = bench.part(run, "part-0.parquet", Files.readAllBytes(folder.resolve("object")), promised.path("bytes").asLong(),
        promised.path("rows").asLong(), promised.path("sha256").asText(), null);
    bench.judge(run);
    ObjectVerdict refused = bench.verdict(part);
    JsonNode verdict = Json.MAPPER.readTree(folder.resolve("verdict.json").toFile());
    assertThat(refused.reason()).isEqualTo(verdict.path("reason").asText());
    assertThat(refused.detail()).contains(verdict.path("detail").asText());
  }

  @Test
  void everyReasonHasAGoldenFolderAndAPage() throws Exception {
    List<String> codes = Arrays.stream(Reason.values()).map(Reason::code).sorted().toList();
    assertThat(new TreeSet<>(folders().map(folder -> folder.getFileName().toString()).toList()))
        .containsExactlyElementsOf(codes);
    assertThat(codes).allSatisfy(code -> assertThat(Files.readString(PAGES.resolve(code + ".md"))).startsWith("# " + code + "\n").contains("**What it means.**"));
  }
}
