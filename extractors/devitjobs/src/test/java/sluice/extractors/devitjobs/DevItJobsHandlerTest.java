package sluice.extractors.devitjobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.extractors.kit.KitEnvironment;
import sluice.extractors.kit.http.Endpoint;
import sluice.lake.event.EventLog;
import sluice.lake.json.Json;
import sluice.lake.store.FolderObjectStore;

/** The function as Lambda calls it, with a folder in place of S3 and the sample board in place of the live one. */
class DevItJobsHandlerTest {
  private static final String EVENT = """
      {"source":"devitjobs","runId":"run-1","ingestDate":"2026-03-05","startedAt":"2026-03-05T06:00:00Z","leg":0}""";

  @TempDir Path folder;

  @Test
  void writesTheWholeBoardAsOnePartAndAManifestAndLeavesNoBrowserBehind() throws IOException {
    Chromium chromium = TestChromium.required(folder.resolve("tmp"));
    JsonNode answer;
    try (TestBoard board = TestBoard.of(64)) {
      answer = call(handler(chromium, board));
    }
    assertThat(answer.path("status").asText()).isEqualTo("complete");
    assertThat(answer.path("rows").asLong()).isEqualTo(64);
    assertThat(answer.path("statedTotal").asLong()).isEqualTo(64);
    assertThat(answer.path("manifest").asText()).isEqualTo("raw/devitjobs/ingest_date=2026-03-05/run_id=run-1/_manifest.json");
    assertThat(answer.path("parts").asInt()).isEqualTo(1);
    assertThat(ProcessHandle.current().descendants()).isEmpty();
    assertThat(folder.resolve("tmp")).isDirectoryNotContaining("glob:**/chromium-*");
  }

  @Test
  void saysWhichVariableNamesNoBrowser() {
    assertThatThrownBy(() -> Chromium.of(Map.of(), folder)).isInstanceOf(IllegalStateException.class)
        .hasMessage("SLUICE_CHROMIUM: expected the path of a Chromium, found nothing");
    assertThatThrownBy(() -> Chromium.of(Map.of("SLUICE_CHROMIUM", "/nowhere/chromium"), folder))
        .hasMessage("SLUICE_CHROMIUM: expected the path of a Chromium, found /nowhere/chromium");
    assertThatThrownBy(() -> Chromium.of(Map.of("SLUICE_CHROMIUM", "/bin/sh", "PLAYWRIGHT_CLI_DIR", "/nowhere"), folder))
        .hasMessage("PLAYWRIGHT_CLI_DIR: expected the folder of Playwright's driver, with node in it, found /nowhere");
  }

  private DevItJobsHandler handler(Chromium chromium, TestBoard board) {
    Clock clock = Clock.systemUTC();
    KitEnvironment environment = new KitEnvironment(new FolderObjectStore(folder.resolve("store")), "raw", name -> {
      throw new IllegalStateException("no secret is needed");
    }, Optional.of(board.server.address() + "/devitjobs"), Set.of(new Endpoint("127.0.0.1", board.server.address().getPort())),
        new EventLog(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), clock), clock, time -> {}, folder.resolve("tmp"));
    return new DevItJobsHandler(environment,
        Map.of(Chromium.EXECUTABLE, chromium.executable().toString(), Chromium.DRIVER, chromium.driver().toString()));
  }

  private static JsonNode call(DevItJobsHandler handler) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(EVENT.getBytes(StandardCharsets.UTF_8)), out, new FiveMinutes());
    return Json.MAPPER.readTree(out.toByteArray());
  }
}
