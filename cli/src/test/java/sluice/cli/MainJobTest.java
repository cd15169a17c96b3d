package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.json.Json;

/** The main job as a person drives it: the launcher, real parts, and nothing left behind. */
@Tag("world")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @TempDir
  static Path home;

  private record Ended(int exit, String out, String err) {
    JsonNode json() throws IOException {
      return Json.MAPPER.readTree(out);
    }
  }

  @Test
  @Order(1)
  void aDemoOnRecordedDataPublishesEveryPostingAndLeavesNoProcess() throws Exception {
    Path data = recorded("nofluffjobs/api_search").getParent().getParent();
    Ended demo = sluice("demo", "--data", data.toString(), "--json");

    assertThat(demo.exit()).as(demo.err()).isZero();
    JsonNode document = demo.json();
    assertThat(document.path("kind").asText()).isEqualTo("sluice.demo/1");
    assertThat(document.path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(document.path("marts").path("job_postings").asLong()).isEqualTo(361);
    assertThat(document.path("datasets").path("nofluffjobs").path("read").asLong()).isEqualTo(94);
    assertThat(document.path("datasets").path("devitjobs").path("read").asLong()).isEqualTo(275);
    assertThat(Path.of(document.path("report").asText())).isNotEmptyFile();
    assertThat(home.resolve("world.json")).doesNotExist();
  }

  @Test
  @Order(2)
  void aSecondRunDoublesNothingAndAMissingOptionalSourceMakesItPartial() throws Exception {
    Ended demo = sluice("demo", "--seed", "11", "--json");
    assertThat(demo.exit()).as(demo.err()).isZero();
    JsonNode marts = demo.json().path("marts");
    try {
      Ended second = sluice("run", "--json");
      assertThat(second.json().path("status").asText()).as(second.err()).isEqualTo("SUCCEEDED");
      assertThat(second.json().path("marts")).isEqualTo(marts);
      assertThat(second.json().path("datasets")).allSatisfy(counts -> {
        assertThat(counts.path("accepted").asLong()).isZero();
        assertThat(counts.path("duplicates").asLong()).isEqualTo(counts.path("read").asLong()).isPositive();
      });

      assertThat(sluice("world", "stop", "postgres").exit()).isZero();
      Ended partial = sluice("run", "--json");
      assertThat(partial.exit()).as(partial.err()).isZero();
      assertThat(partial.json().path("status").asText()).isEqualTo("PARTIAL");
      assertThat(partial.json().path("optionalFailed").toString()).isEqualTo("[\"currency_rates\"]");
      assertThat(partial.json().path("marts")).isEqualTo(marts);

      assertThat(sluice("world", "start", "postgres").exit()).isZero();
      Ended mended = sluice("run", "--source", "currency_rates", "--json");
      assertThat(mended.json().path("status").asText()).as(mended.err()).isEqualTo("SUCCEEDED");

      Ended query = sluice("query", "SELECT count(*) AS n, count(DISTINCT posting_key) AS k FROM job_postings", "--json");
      JsonNode row = query.json().path("rows").get(0);
      assertThat(row.get(0)).isEqualTo(row.get(1)).isEqualTo(marts.path("job_postings"));

      Ended wrong = sluice("query", "SELECT no_such_column FROM job_postings", "--json");
      assertThat(wrong.exit()).isEqualTo(2);
      assertThat(wrong.json().path("error").path("what").asText()).contains("no_such_column");

      Ended unitTests = dbtUnitTests();
      assertThat(unitTests.exit()).as(unitTests.out() + unitTests.err()).isZero();

      aDroppedFileRunsThroughTheSameGate();

      Ended runs = sluice("runs", "--json");
      assertThat(runs.json().path("runs")).hasSize(6);

      theWorldAsAnEnvironmentAnswersTheSame();
    } finally {
      assertThat(sluice("down").exit()).isZero();
    }
  }

  private void aDroppedFileRunsThroughTheSameGate() throws Exception {
    Path file = Files.writeString(home.resolve("orders.csv"), """
        order_id,customer_id,amount,currency,event_ts
        1001,c-7,12.50,EUR,2026-11-21T08:00:00Z
        1002,c-8,twelve,EUR,2026-11-21T08:01:00Z
        1003,,7.00,USD,2026-11-21T08:02:00Z
        """);
    Ended first = sluice("drop", file.toString(), "--dataset", "orders", "--wait", "--json");
    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.json().path("datasets").path("orders").toString())
        .isEqualTo("{\"read\":3,\"accepted\":2,\"quarantined\":1,\"duplicates\":0}");
    assertThat(first.json().path("marts")).isNotEmpty();

    Ended again = sluice("drop", file.toString(), "--dataset", "orders", "--wait", "--json");
    assertThat(again.json().path("status").asText()).as(again.err()).isEqualTo("SUCCEEDED");
    assertThat(again.json().path("runId")).isNotEqualTo(first.json().path("runId"));
    assertThat(again.json().path("datasets").path("orders").toString())
        .isEqualTo("{\"read\":3,\"accepted\":0,\"quarantined\":1,\"duplicates\":2}");

    JsonNode entries = sluice("quarantine", "list", "--json").json().path("entries");
    assertThat(entries).hasSize(2).allSatisfy(entry -> {
      assertThat(entry.path("code").asText()).isEqualTo("wrong_type");
      assertThat(entry.path("example").asText()).isEqualTo("1002,c-8,twelve,EUR,2026-11-21T08:01:00Z");
    });
    assertThat(sluice("quarantine", "show", entries.get(0).path("id").asText(), "--json").json().path("entry").path("rows").get(0).path("column").asText())
        .isEqualTo("amount");
    Ended audit = sluice("audit", "latest~1", "--json");
    assertThat(audit.exit()).as(audit.out()).isZero();
    assertThat(audit.json().path("conserved").asBoolean()).isTrue();
    Ended plan = sluice("replay", "--dataset", "orders", "--code", "wrong_type", "--id", "look", "--reason", "to see", "--dry-run", "--json");
    assertThat(plan.exit()).as(plan.out() + plan.err()).isZero();
    assertThat(plan.out()).contains("\"replayId\" : \"look\"", "\"judge\" : 0", "\"skip\" : 2");
    JsonNode trace = sluice("trace", "orders:1001", "--json").json();
    assertThat(trace.path("validated")).hasSize(1);
    assertThat(trace.path("validated").get(0).path("object").asText()).isEqualTo("s3://sluice-landing/orders/orders.csv");
    assertThat(trace.path("validated").get(0).path("row").asText()).isEqualTo("1");
    assertThat(trace.path("objects").get(0).path("judgedBy")).isEqualTo(first.json().path("runId"));
    assertThat(sluice("trace", "orders:9999", "--json").exit()).isEqualTo(1);
    Ended nobody = sluice("drop", file.toString(), "--dataset", "nobody", "--json");
    assertThat(nobody.exit()).isEqualTo(2);
  }

  /** The same world once more, addressed as an environment is: by a file and by AWS's usual chain of credentials. */
  private void theWorldAsAnEnvironmentAnswersTheSame() throws Exception {
    Map<String, String> environment = environmentOf(sluice("up", "--json").json());
    for (List<String> command : List.of(List.of("runs"), List.of("runs", "show", "latest"), List.of("quarantine", "list"), List.of("audit", "latest"),
        List.of("trace", "orders:1001"), List.of("replay", "--dataset", "orders", "--code", "wrong_type", "--id", "look", "--reason", "to see", "--dry-run"))) {
      ObjectNode here = (ObjectNode) sluice(with(command, "--json")).json();
      Ended there = sluice(environment, with(command, "--json", "--env", "staging"));
      assertThat(there.exit()).as(there.err()).isZero();
      assertThat(there.json()).as(String.join(" ", command)).isEqualTo(here.put("env", "staging"));
      assertThat(there.err()).contains("staging · account 000000000000, eu-central-1");
    }
    Ended query = sluice(environment, "query", "SELECT count(*) FROM job_postings", "--json", "--env", "staging");
    JsonNode postings = query.json().path("rows").get(0).get(0);

    Ended run = sluice(environment, "run", "--source", "currency_rates", "--json", "--env", "staging");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.json().path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(run.json().path("marts").path("job_postings")).isEqualTo(postings);
    assertThat(Files.readString(Path.of(run.json().path("report").asText()))).contains("staging").doesNotContain("local world");

    environment.put("AWS_ACCESS_KEY_ID", "123456789012"); // the emulator's own way to another account
    Ended stranger = sluice(environment, "runs", "--env", "staging");
    assertThat(stranger.exit()).isEqualTo(3);
    assertThat(stranger.err()).contains("error[W103]: these credentials belong to another account than staging");
  }

  private static Map<String, String> environmentOf(JsonNode world) throws IOException {
    Path folder = Files.createDirectories(home.resolve("environments"));
    Files.writeString(folder.resolve("staging.yml"), "account: \"000000000000\"\nregion: eu-central-1\nstate_bucket: none-here\nbucket_suffix: \"\"\n");
    return new HashMap<>(Map.of("SLUICE_ENVIRONMENTS", folder.toString(), "AWS_ENDPOINT_URL", world.path("endpoint").asText(),
        "AWS_ACCESS_KEY_ID", "test", "AWS_SECRET_ACCESS_KEY", "test"));
  }

  private static String[] with(List<String> command, String... more) {
    return Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  @Order(3)
  void aDayThatItsProducerRestatesComesAsANewVersionAndTheOthersAsDuplicates() throws Exception {
    List<Path> versions;
    try (Stream<Path> files = Files.list(recorded("covid/nyt_us_history"))) {
      versions = files.sorted().toList();
    }
    Path world = recorded("covid/jhu_time-series-19-covid-combined_2020-05-23.csv.gz");
    try {
      Ended first = sluice("drop", versions.getFirst().toString(), "--dataset", "covid_us_nyt", "--wait", "--json");
      assertThat(first.json().path("datasets").path("covid_us_nyt").toString()).as(first.err())
          .isEqualTo("{\"read\":85,\"accepted\":85,\"quarantined\":0,\"duplicates\":0}");
      // Two days are new and two are restated.
      Ended last = sluice("drop", versions.getLast().toString(), "--dataset", "covid_us_nyt", "--wait", "--json");
      assertThat(last.json().path("datasets").path("covid_us_nyt").toString()).as(last.err())
          .isEqualTo("{\"read\":87,\"accepted\":4,\"quarantined\":0,\"duplicates\":83}");
      Ended restated = sluice("query", "SELECT \"date\" FROM sluice_validated.covid_us_nyt GROUP BY 1 HAVING count(*) = 2 ORDER BY 1", "--json");
      assertThat(restated.json().path("rows").toString()).isEqualTo("[[\"2020-04-13\"],[\"2020-04-14\"]]");

      Ended gzip = sluice("drop", world.toString(), "--dataset", "covid_us_jhu", "--wait", "--json");
      assertThat(gzip.json().path("datasets").path("covid_us_jhu").toString()).as(gzip.err())
          .isEqualTo("{\"read\":32841,\"accepted\":32841,\"quarantined\":0,\"duplicates\":0}");
      Ended empty = sluice("query", "SELECT count(*) FROM sluice_validated.covid_us_jhu WHERE recovered IS NULL", "--json");
      assertThat(empty.json().path("rows").get(0).get(0).asInt()).isEqualTo(1722);
    } finally {
      assertThat(sluice("down").exit()).isZero();
    }
  }

  private static Path recorded(String name) {
    Path data = Path.of(System.getenv().getOrDefault("SLUICE_RECORDED_DATA", ROOT.resolve("../shared/data").toString()));
    Assumptions.assumeTrue(Files.exists(data.resolve(name)), "no recorded data at " + data.resolve(name));
    return data.resolve(name);
  }

  @Test
  @Order(4)
  void aDemoThatIsEndedLeavesNoProcess() throws Exception {
    Path err = Files.createTempFile(home, "ended", ".txt");
    Process demo = start(List.of("demo", "--seed", "12"), home.resolve("ended-out.txt"), err);
    try {
      while (!Files.readString(err).contains("run started")) {
        assertThat(demo.isAlive()).as(Files.readString(err)).isTrue();
        demo.waitFor(100, TimeUnit.MILLISECONDS);
      }
      assertThat(left()).isNotEmpty();
    } finally {
      demo.destroy();
    }

    assertThat(demo.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(demo.exitValue()).isEqualTo(143);
    assertThat(Files.readString(err)).contains("Stopped. Nothing was published. No process is left.").doesNotContain("defect");
    assertThat(left()).isEmpty();
  }

  @Test
  @Order(5)
  void aDemoThatIsKilledLeavesNoProcessEither() throws Exception {
    Path err = Files.createTempFile(home, "killed", ".txt");
    Process demo = start(List.of("demo", "--seed", "13"), home.resolve("killed-out.txt"), err);
    while (!Files.readString(err).contains("run started")) {
      assertThat(demo.isAlive()).as(Files.readString(err)).isTrue();
      demo.waitFor(100, TimeUnit.MILLISECONDS);
    }
    List<ProcessHandle> members = left();

    demo.destroyForcibly().waitFor();

    for (ProcessHandle member : members) {
      member.onExit().get(60, TimeUnit.SECONDS);
    }
    assertThat(left()).isEmpty();
    assertThat(sluice("down").exit()).isZero();
  }

  /** dbt's unit tests run on an engine; the world's is at hand here. */
  private static Ended dbtUnitTests() throws IOException, InterruptedException {
    JsonNode world = sluice("up", "--json").json();
    Path out = Files.createTempFile(home, "dbt", ".txt");
    ProcessBuilder builder = new ProcessBuilder(ROOT.resolve(".sluice/venv/dbt/bin/dbt").toString(), "test", "--select", "test_type:unit",
        "--profiles-dir", ".", "--no-use-colors").directory(ROOT.resolve("dbt").toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
    builder.environment().putAll(Map.of(
        "AWS_ENDPOINT_URL", world.path("endpoint").asText(),
        "AWS_REGION", world.path("region").asText(),
        "AWS_ACCESS_KEY_ID", "test",
        "AWS_SECRET_ACCESS_KEY", "test",
        "SLUICE_SLOT_DATABASE", "sluice_blue",
        "SLUICE_ATHENA_WORKGROUP", world.path("workgroup").asText(),
        "SLUICE_ATHENA_RESULTS_BUCKET", world.path("buckets").path("athena-results").asText(),
        "SLUICE_CURATED_BUCKET", world.path("buckets").path("curated").asText()));
    builder.environment().putAll(Map.of(
        "SLUICE_ATHENA_POLL_SECONDS", "0.1",
        "DBT_TARGET_PATH", home.resolve("dbt-unit").toString(),
        "DBT_LOG_PATH", home.resolve("dbt-unit-logs").toString()));
    int exit = builder.start().waitFor();
    return new Ended(exit, Files.readString(out), "");
  }

  /** The processes that work in this home, the command itself among them. */
  private static List<ProcessHandle> left() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().map(line -> line.contains(home.toString())).orElse(false) || worksIn(process))
        .toList();
  }

  /** Where the system tells a process's folder; elsewhere the command lines have to do. */
  private static boolean worksIn(ProcessHandle process) {
    try {
      return Path.of("/proc", Long.toString(process.pid()), "cwd").toRealPath().startsWith(home.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private static Process start(List<String> arguments, Path out, Path err) throws IOException {
    return start(Map.of(), arguments, out, err);
  }

  private static Process start(Map<String, String> environment, List<String> arguments, Path out, Path err) throws IOException {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("sluice").toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("SLUICE_HOME", home.toString());
    return builder.start();
  }

  private static Ended sluice(String... arguments) throws IOException, InterruptedException {
    return sluice(Map.of(), arguments);
  }

  private static Ended sluice(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
    Path out = Files.createTempFile(home, "out", ".txt");
    Path err = Files.createTempFile(home, "err", ".txt");
    Process process = start(environment, List.of(arguments), out, err);
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroy();
      process.waitFor(1, TimeUnit.MINUTES);
    }
    return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
  }
}
