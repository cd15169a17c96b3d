package sluice.local.sites;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.local.sites.web.Json;
import sluice.local.sites.web.SiteClient;

/** The sites as a process of their own, as the local world starts them. */
class SitesMainTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path state;
  private Process process;

  @AfterEach
  void end() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @Test
  void servesAfterReadyAndDoesWhatTheControlPortIsTold() throws Exception {
    JsonNode ready = start();
    try (SiteClient client = new SiteClient(URI.create(ready.path("site").asText()))) {
      assertThat(ready.path("postgres").properties().stream().map(field -> field.getKey()))
          .containsExactly("host", "port", "dbname", "username", "password");
      assertThat(client.post("/control/postgres/stop").body()).contains("\"postgres\":\"stopped\"");
      assertThat(client.post("/control/postgres/start").body()).contains("\"postgres\":\"running\"");
      assertThat(client.read("/control/postgres/stop").body()).contains("method: expected POST, found GET");
      assertThat(client.post("/control/faults?site=devitjobs&status=503&times=2").body()).contains("\"faults\":{\"devitjobs\":2}");
      assertThat(client.read("/devitjobs/jobs/Data/all").statusCode()).isEqualTo(503);
      assertThat(client.post("/control/faults/clear").body()).contains("\"faults\":{}");
      assertThat(client.read("/devitjobs/jobs/Data/all").statusCode()).isEqualTo(200);
      assertThat(client.post("/control/faults?site=elsewhere").body())
          .contains("site: expected one of devitjobs, devitjobs-chunk, devitjobs-script, nofluffjobs, found elsewhere");
      assertThat(client.read("/control/health").body()).contains("\"devitjobs\":2");
    }
    process.getOutputStream().close();
    assertEndedWithItsDatabase();
  }

  @Test
  void endsOrderlyWhenItIsAskedTo() throws Exception {
    start();
    process.destroy();
    assertEndedWithItsDatabase();
  }

  @Test
  void evenAKilledOneLeavesNoDatabaseBehind() throws Exception {
    start();
    process.destroyForcibly();
    assertEndedWithItsDatabase();
  }

  @Test
  void aWrongOptionEndsWithTwo() throws Exception {
    process = new ProcessBuilder(command("--port", "many")).redirectErrorStream(true).start();
    assertThat(process.inputReader().lines()).containsExactly("sites: --port: expected a whole number up to 65535, found many");
    assertThat(process.waitFor()).isEqualTo(2);
  }

  private JsonNode start() throws IOException {
    process = new ProcessBuilder(command("--lifeline", "--adverts", "10", "--postings", "10")).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    assertThat(line).startsWith("READY ");
    return Json.MAPPER.readTree(line.substring("READY ".length()));
  }

  private List<String> command(String... arguments) {
    List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:+UseSerialGC", "-Xmx128m",
        "-cp", System.getProperty("java.class.path"), SitesMain.class.getName(), "--state-dir", state.toString(),
        "--postgres-binaries", TestPostgres.BINARIES.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private void assertEndedWithItsDatabase() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (Files.exists(state.resolve("postgres/postmaster.pid"))) {
      assertThat(System.nanoTime()).as("the database is still there").isLessThan(limit);
      Thread.sleep(10);
    }
  }
}
