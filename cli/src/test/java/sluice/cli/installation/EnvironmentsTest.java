package sluice.cli.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.cli.CommandException;
import sluice.cli.Surroundings;
import sluice.lake.Zone;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;
import sluice.local.world.Home;
import sluice.local.world.Project;
import sluice.local.world.Tools;

class EnvironmentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir
  Path folder;

  @Test
  void everyFileOfTheCheckoutIsGood() {
    Environments environments = new Environments(surroundings(Map.of()));

    assertThat(environments.names()).contains("example").allSatisfy(name -> assertThat(environments.read(name).name()).isEqualTo(name));
  }

  @Test
  void withoutASuffixBucketsCarryAccountAndRegion() throws Exception {
    Environment environment = read("""
        account: "123456789012"
        region: cn-north-1
        state_bucket: acme-state
        """);

    assertThat(environment.address().bucket(Zone.DQ_RESULTS)).isEqualTo("sluice-dq-results-123456789012-cn-north-1");
    assertThat(environment.address().arn("states", "stateMachine:sluice")).isEqualTo("arn:aws-cn:states:cn-north-1:123456789012:stateMachine:sluice");
    assertThat(environment.place()).isEqualTo("prod · account 123456789012, cn-north-1");
    assertThat(environment.dataIsDisposable()).isFalse();
  }

  @Test
  void theSuffixAndForceDestroyAreAsTheFileSays() throws Exception {
    Environment environment = read("""
        account: "123456789012"
        region: eu-central-1
        state_bucket: acme-state
        bucket_suffix: ""
        variables: {foundation: {force_destroy: true}}
        """);

    assertThat(environment.address().bucket(Zone.RAW)).isEqualTo("sluice-raw");
    assertThat(environment.dataIsDisposable()).isTrue();
  }

  @Test
  void allThatIsWrongIsNamedWithItsLineAndWhatMendsIt() {
    assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> read("""
        account: 123456789012
        region: Frankfurt
        bucket_suffix: acme
        stat_bucket: x
        variables:
          foundation:
            notice_email: [you@example.org]
            state_bucket: x
          computer: {}
        """)).satisfies(wrong -> assertThat(wrong.problems()).extracting(Problem::line, Problem::what).containsExactly(
            tuple(null, "missing key \"state_bucket\""),
            tuple(1, "account has the wrong type"),
            tuple(2, "region cannot be used"),
            tuple(3, "bucket_suffix cannot be used"),
            tuple(4, "unknown key \"stat_bucket\"; did you mean \"state_bucket\"?"),
            tuple(7, "unknown key \"notice_email\"; did you mean \"notice_emails\"?"),
            tuple(8, "state_bucket is said elsewhere and cannot stand here"),
            tuple(9, "unknown key \"computer\"; did you mean \"compute\"?")))
        .satisfies(wrong -> assertThat(wrong.problems()).allSatisfy(problem -> assertThat(problem.file()).endsWith("prod.yml")));
  }

  @Test
  void aNameThatIsNoneNamesThoseThatExist() throws Exception {
    Files.writeString(folder.resolve("prod.yml"), "");
    Environments environments = environments();

    assertThatExceptionOfType(CommandException.class).isThrownBy(() -> environments.read("prdo"))
        .withMessageContaining("there is no environment \"prdo\"; did you mean \"prod\"?; expected one of prod, each a file in " + folder);
    assertThatExceptionOfType(CommandException.class).isThrownBy(() -> environments.read("../prod"));
  }

  @Test
  void localIsTheLaptopWhateverFilesThereAre() throws Exception {
    Files.writeString(folder.resolve("local.yml"), "account: x");

    assertThatExceptionOfType(CommandException.class).isThrownBy(() -> environments().read("local"));
  }

  private Environment read(String text) throws IOException {
    Files.writeString(folder.resolve("prod.yml"), text);
    return environments().read("prod");
  }

  private Environments environments() {
    return new Environments(surroundings(Map.of("SLUICE_ENVIRONMENTS", folder.toString())));
  }

  private static Surroundings surroundings(Map<String, String> environment) {
    Tools tools = new Tools(Path.of("java"), Optional.empty(), Optional.empty(), Optional.empty());
    return new Surroundings(new Project(ROOT), new Home(ROOT.resolve(".sluice")), tools, Clock.systemUTC(), Instant.EPOCH, environment);
  }
}
