package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.json.Json;

/** A deployment as a person types it, with stand-ins for the scripts, for the programs on PATH and for AWS. */
class DeployCommandTest {
  private static final String ACCOUNT = "123456789012";
  /** A stack whose plan and apply succeed; each call is noted. */
  private static final String GOOD = """
      echo "$1 $2" >>"$SLUICE_HOME/calls"
      echo '{"type":"planned_change","change":{"action":"create","resource":{"addr":"a_'$2'.this"}}}'
      echo '{"type":"change_summary","changes":{"add":1,"change":0,"remove":0,"operation":"'$1'"}}'
      """;

  @TempDir
  Path folder;

  private StandInAws aws;
  private Path project;

  private record Ended(int exit, String out, String err) {
    JsonNode json() throws IOException {
      return Json.MAPPER.readTree(out);
    }
  }

  @BeforeEach
  void standIns() throws Exception {
    aws = new StandInAws(ACCOUNT);
    aws.buckets.add("acme-state");
    project = Files.createDirectories(folder.resolve("project"));
    environment("");
    for (String stack : List.of("foundation", "contracts", "compute")) {
      Files.createDirectories(project.resolve("infra-terraform/stacks").resolve(stack));
    }
    Files.writeString(project.resolve("infra-terraform/stacks/foundation/zones.tf"), "variable \"force_destroy\" {}\n");
    for (String source : List.of("devitjobs", "currency_rates")) {
      Path its = Path.of("../extractors", source, "source.yml");
      Files.createDirectories(project.resolve("extractors").resolve(source));
      Files.copy(its, project.resolve("extractors").resolve(source).resolve("source.yml"));
    }
    program("infra-terraform/stack.sh", GOOD);
    program("infra-terraform/image.sh", "echo \"image $1 $2\" >>\"$SLUICE_HOME/calls\"\n");
    program("infra-terraform/deployed.sh", "echo deployed >>\"$SLUICE_HOME/calls\"\n");
    program("bin/terraform", "echo '{\"terraform_version\":\"1.11.4\"}'\n");
    program("bin/git", "[[ $* == *rev-parse* ]] && echo c0ffee\ntrue\n");
    program("bin/aws", "true\n");
    program("bin/jq", "true\n");
    program("bin/docker", "exit 1\n");
    Files.createDirectories(folder.resolve("home"));
  }

  @AfterEach
  void endAws() {
    aws.close();
  }

  @Test
  void aPlanTellsEachStacksChanges() throws Exception {
    Ended plan = deploy("--plan");

    assertThat(plan.exit()).as(plan.err()).isZero();
    assertThat(plan.out()).isEqualTo("""
        foundation  1 to add, 0 to change, 0 to destroy
          + a_foundation.this
        contracts   1 to add, 0 to change, 0 to destroy
          + a_contracts.this
        compute     1 to add, 0 to change, 0 to destroy
          + a_compute.this
        Nothing was changed.  next  ./sluice deploy --apply --env prod
        """);
    assertThat(plan.err()).startsWith("prod · account 123456789012, eu-central-1 · commit c0ffee");
    assertThat(calls()).containsExactly("plan foundation", "plan contracts", "plan compute");
  }

  @Test
  void computeIsNotPlannedBeforeFoundationIsThere() throws Exception {
    program("infra-terraform/stack.sh", GOOD.replace("a_'$2'.this", "aws_kms_alias.this"));
    Ended plan = deploy("--plan", "--json");

    assertThat(plan.exit()).as(plan.err()).isZero();
    assertThat(plan.json().path("kind").asText()).isEqualTo("sluice.deploy/1");
    assertThat(plan.json().path("env").asText()).isEqualTo("prod");
    assertThat(plan.json().path("stacks")).extracting(stack -> stack.path("stack").asText()).containsExactly("foundation", "contracts");
    assertThat(plan.json().path("waiting").toString()).isEqualTo("[\"compute\"]");
    assertThat(calls()).doesNotContain("plan compute");
  }

  @Test
  void credentialsOfAnotherAccountChangeNothing() throws Exception {
    aws.close();
    aws = new StandInAws("999999999999");
    Ended plan = deploy("--apply", "--yes");

    assertThat(plan.exit()).isEqualTo(3);
    assertThat(plan.err()).contains("error[W103]: these credentials belong to another account than prod")
        .contains("expected account 123456789012").contains("found  account 999999999999");
    assertThat(calls()).isEmpty();
  }

  @Test
  void everythingThatThisMachineLacksIsNamedAtOnce() throws Exception {
    program("bin/terraform", "echo '{\"terraform_version\":\"1.5.7\"}'\n");
    program("bin/git", "exit 128\n");
    Ended plan = deploy("--plan");

    assertThat(plan.exit()).isEqualTo(3);
    assertThat(plan.err()).contains("expected Terraform 1.11 or a later 1.x on PATH").contains("found  Terraform 1.5.7").contains("this folder is no git checkout");
  }

  @Test
  void aMissingStateBucketComesWithTheLinesThatMakeIt() throws Exception {
    aws.buckets.clear();
    Ended plan = deploy("--plan");

    assertThat(plan.exit()).isEqualTo(3);
    assertThat(plan.err()).contains("error[W108]: there is no bucket for Terraform's state").contains("--bootstrap makes it")
        .contains("aws s3api create-bucket --region eu-central-1 --bucket acme-state --create-bucket-configuration LocationConstraint=eu-central-1")
        .contains("--versioning-configuration Status=Enabled");
    assertThat(aws.calls).isEmpty();
  }

  @Test
  void bootstrapMakesItPrivateAndVersioned() throws Exception {
    aws.buckets.clear();
    Ended plan = deploy("--plan", "--bootstrap");

    assertThat(plan.exit()).as(plan.err()).isZero();
    assertThat(aws.calls).containsExactly("PUT /acme-state", "PUT /acme-state?publicAccessBlock", "PUT /acme-state?versioning");
  }

  @Test
  void anApplyGoesStackByStackAndEndsWithALook() throws Exception {
    aws.secretsWithValue.add("sluice/pii-salt");
    Ended apply = deploy("--apply", "--yes", "--json");

    assertThat(apply.exit()).as(apply.err()).isZero();
    assertThat(calls()).containsExactly("apply foundation", "apply contracts", "image there sluice-dbt", "image there sluice-extract-devitjobs",
        "apply compute", "deployed");
    assertThat(apply.json().path("images").toString()).isEqualTo("[\"sluice-dbt\",\"sluice-extract-devitjobs\"]");
    assertThat(apply.json().path("waitingSecrets").toString()).isEqualTo("[\"sluice/currency_rates\"]");
  }

  @Test
  void withoutYesThePlanIsShownAndTheNameIsAskedFor() throws Exception {
    Ended refused = deployTyping("dev\n", "--apply");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("+ a_compute.this").contains("Apply this? Type the environment's name, prod:").contains("error[W115]: this was not confirmed");
    assertThat(calls()).noneMatch(call -> call.startsWith("apply"));

    Ended confirmed = deployTyping("prod\n", "--apply");
    assertThat(confirmed.exit()).as(confirmed.err()).isZero();
    assertThat(confirmed.out()).contains("Deployed: aliases and images are at c0ffee").contains("2 secrets without a value")
        .contains("--secret-id sluice/pii-salt --secret-string \"$(aws secretsmanager get-random-password").contains("./sluice run --env prod");
  }

  @Test
  void aMissingImageWithoutDockerStopsBeforeComputeAndSaysHowItComes() throws Exception {
    program("infra-terraform/image.sh", "[[ $2 != sluice-dbt ]]\n");
    Ended apply = deploy("--apply", "--yes");

    assertThat(apply.exit()).isEqualTo(3);
    assertThat(apply.err()).contains("error[W112]: the image sluice-dbt is not in the registry").contains("expected sluice-dbt:c0ffee")
        .contains("push the commit to main: the workflow deploy builds and brings it").doesNotContain("sluice-extract-devitjobs is not");
    assertThat(calls()).containsExactly("apply foundation", "apply contracts");
  }

  @Test
  void aMissingImageIsBuiltAndPushedWhereDockerAnswers() throws Exception {
    program("infra-terraform/image.sh", "echo \"image $1 $2\" >>\"$SLUICE_HOME/calls\"\n[[ $1 != there ]]\n");
    program("bin/docker", "true\n");
    Ended apply = deploy("--apply", "--yes");

    assertThat(apply.exit()).as(apply.err()).isZero();
    assertThat(calls()).containsSubsequence("image build sluice-dbt", "image push sluice-dbt", "image build sluice-extract-devitjobs",
        "image push sluice-extract-devitjobs", "apply compute");
  }

  @Test
  void whatTerraformRefusesIsAProblemAndNoTrace() throws Exception {
    program("infra-terraform/stack.sh", "echo '{\"type\":\"diagnostic\",\"diagnostic\":{\"severity\":\"error\",\"summary\":\"no room\"}}'\nexit 1\n");
    Ended apply = deploy("--apply", "--yes");

    assertThat(apply.exit()).isEqualTo(1);
    assertThat(apply.err()).contains("error[W110]: Terraform in stack foundation: no room").contains("what was done before stays").doesNotContain("\tat ");
  }

  @Test
  void aLockedStateIsBusyAndAStartThatFailsShowsItsLastLines() throws Exception {
    program("infra-terraform/stack.sh", "echo '{\"type\":\"diagnostic\",\"diagnostic\":{\"severity\":\"error\",\"summary\":\"Error acquiring the state lock\"}}'\nexit 1\n");
    assertThat(deploy("--apply", "--yes")).satisfies(apply -> {
      assertThat(apply.exit()).isEqualTo(4);
      assertThat(apply.err()).contains("another deployment is at it").contains("infra-terraform/stack.sh unlock foundation prod ID");
    });

    program("infra-terraform/stack.sh", "echo 'Error: no plugins' >&2\nexit 1\n");
    assertThat(deploy("--plan")).satisfies(plan -> {
      assertThat(plan.exit()).isEqualTo(1);
      assertThat(plan.err()).contains("error[W111]: Terraform could not start in stack foundation").contains("Error: no plugins");
    });
  }

  @Test
  void whatAwsDoesNotRunYetIsNoSuccess() throws Exception {
    program("infra-terraform/deployed.sh", "echo 'sluice-validate: expected alias live at version 2, found 1' >&2\nexit 1\n");
    Ended apply = deploy("--apply", "--yes");

    assertThat(apply.exit()).isEqualTo(1);
    assertThat(apply.err()).contains("error[W114]").contains("sluice-validate: expected alias live at version 2, found 1");
  }

  @Test
  void destroyAsksAndLeavesWhatHoldsDataUnlessTheFileLetsItGo() throws Exception {
    assertThat(deploy("--destroy", "--yes").exit()).isEqualTo(2);
    assertThat(deployTyping("", "--destroy").exit()).isEqualTo(2);
    assertThat(calls()).isEmpty();

    Ended kept = deployTyping("prod\n", "--destroy");
    assertThat(kept.out()).as(kept.err()).contains("Destroyed: compute, contracts").contains("Stack foundation stays with its data");
    assertThat(calls()).containsExactly("destroy compute", "destroy contracts");

    environment("variables: {foundation: {force_destroy: true}}\n");
    assertThat(deployTyping("prod\n", "--destroy").err()).contains("Destroy prod with all data in it?");
    assertThat(calls()).endsWith("apply foundation", "destroy compute", "destroy contracts", "destroy foundation");
  }

  @Test
  void anInterruptionIsPassedOnAndItsEndAwaited() throws Exception {
    program("infra-terraform/stack.sh", """
        trap 'echo passed on >>"$SLUICE_HOME/calls"; touch "$SLUICE_HOME/go"' TERM
        echo begun >>"$SLUICE_HOME/calls"
        while [[ ! -f $SLUICE_HOME/go ]]; do sleep 0.05; done
        for line in {1..20}; do echo '{"type":"apply_complete"}'; sleep 0.01; done # somebody still listens
        echo "the lock is free" >>"$SLUICE_HOME/calls"
        exit 1
        """);
    Process apply = start("--apply", "--yes");
    while (calls().isEmpty()) {
      assertThat(apply.waitFor(50, TimeUnit.MILLISECONDS)).as(() -> read("err.txt")).isFalse();
    }
    apply.destroy();

    assertThat(apply.waitFor()).isEqualTo(143);
    assertThat(calls()).containsExactly("begun", "passed on", "the lock is free");
    assertThat(read("err.txt")).contains("Stopping: what Terraform has begun ends first").contains("Stopped. What was done stays").doesNotContain("error[");
  }

  private void environment(String more) throws IOException {
    Path file = project.resolve("infra-terraform/environments/prod.yml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "account: \"" + ACCOUNT + "\"\nregion: eu-central-1\nstate_bucket: acme-state\n" + more);
  }

  private void program(String name, String script) throws IOException {
    Path file = project.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/bash\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<String> calls() throws IOException {
    Path file = folder.resolve("home/calls");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private String read(String name) {
    try {
      return Files.readString(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Ended deploy(String... arguments) throws Exception {
    return deployTyping("", arguments);
  }

  private Ended deployTyping(String typed, String... arguments) throws Exception {
    Process process = start(arguments);
    try (var in = process.outputWriter()) {
      in.write(typed);
    } catch (IOException nobodyReads) {
      // a command that asks nothing may have ended before
    }
    int exit = process.waitFor();
    return new Ended(exit, read("out.txt"), read("err.txt"));
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
        "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", "-cp", System.getProperty("java.class.path"), Main.class.getName(), "deploy", "--env", "prod"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(folder.resolve("out.txt").toFile()).redirectError(folder.resolve("err.txt").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("SLUICE_"));
    builder.environment().putAll(Map.of("SLUICE_ROOT", project.toString(), "SLUICE_HOME", folder.resolve("home").toString(),
        "PATH", project.resolve("bin") + ":" + System.getenv("PATH"), "AWS_ENDPOINT_URL", aws.endpoint(), "AWS_ACCESS_KEY_ID", "test",
        "AWS_SECRET_ACCESS_KEY", "test", "LC_ALL", "C.UTF-8"));
    return builder.start();
  }
}
