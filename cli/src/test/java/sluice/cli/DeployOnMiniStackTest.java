package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnMiniStack;
import sluice.lake.json.Json;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** The scripts, Terraform and the stacks as they are, on a local AWS that holds nothing. */
@OnMiniStack
class DeployOnMiniStackTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir
  Path folder;

  private final LocalAws aws;

  DeployOnMiniStackTest(LocalAws aws) {
    this.aws = aws;
  }

  @Test
  void thePlanOfAnEmptyAccountAddsEverythingAndChangesNothing() throws Exception {
    for (String program : List.of("terraform", "aws", "jq", "git")) {
      assumeTrue(isOnPath(program), program + " is not on PATH");
    }
    String state = LocalAws.fresh("state");
    Files.writeString(folder.resolve("empty.yml"), "account: \"000000000000\"\nregion: eu-central-1\nstate_bucket: " + state + "\n");

    JsonNode plan = deploy("--plan", "--bootstrap", "--env", "empty", "--json");

    assertThat(plan.path("stacks")).hasSize(2).allSatisfy(stack -> {
      assertThat(stack.path("added").asInt()).isPositive().isEqualTo(stack.path("changes").size());
      assertThat(stack.path("changed").asInt() + stack.path("destroyed").asInt()).isZero();
    });
    assertThat(plan.path("stacks").get(0).path("changes").toString()).contains("aws_dynamodb_table.ledger");
    assertThat(plan.path("waiting").toString()).isEqualTo("[\"compute\"]");
    try (S3Client s3 = aws.client(S3Client.builder())) {
      assertThat(s3.getBucketVersioning(get -> get.bucket(state)).status()).isEqualTo(BucketVersioningStatus.ENABLED);
      assertThat(s3.listObjectsV2(list -> list.bucket(state)).contents()).isEmpty();
    }
  }

  private JsonNode deploy(String... arguments) throws Exception {
    Path err = folder.resolve("err.txt");
    List<String> command = Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
        "-cp", System.getProperty("java.class.path"), Main.class.getName(), "deploy"), Stream.of(arguments)).toList();
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder.environment().putAll(Map.of("SLUICE_ROOT", ROOT.toString(), "SLUICE_HOME", folder.resolve("home").toString(),
        "SLUICE_ENVIRONMENTS", folder.toString(), "AWS_ENDPOINT_URL", aws.endpoint().toString(), "AWS_ACCESS_KEY_ID", "test",
        "AWS_SECRET_ACCESS_KEY", "test", "TF_CLI_ARGS_init", "-backend-config=use_path_style=true"));
    Process process = builder.start();
    byte[] out = process.getInputStream().readAllBytes();
    int exit = process.waitFor();
    String said = Files.readString(err);
    assumeFalse(said.contains("Failed to query available provider packages"), "Terraform's registry is out of reach; SLUICE_TF_PLUGIN_DIR names a folder with the provider");
    assertThat(exit).as(said).isZero();
    return Json.MAPPER.readTree(out);
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }
}
