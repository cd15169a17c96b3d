package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
    Path data = Path.of(System.getenv().getOrDefault("SLUICE_RECORDED_DATA", ROOT.resolve("../shared/data").toString()));
    Assumptions.assumeTrue(Files.isDirectory(data.resolve("nofluffjobs/api_search")), "no recorded data at " + data);

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

      Ended runs = sluice("runs", "--json");
      assertThat(runs.json().path("runs")).hasSize(4);
    } finally {
      assertThat(sluice("down").exit()).isZero();
    }
  }

  private static Ended sluice(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("sluice").toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(home, "out", ".txt");
    Path err = Files.createTempFile(home, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(Map.of("SLUICE_HOME", home.toString()));
    Process process = builder.start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroy();
      process.waitFor(1, TimeUnit.MINUTES);
    }
    return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
  }
}
