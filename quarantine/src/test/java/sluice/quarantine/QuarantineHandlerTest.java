package sluice.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.event.EventLog;
import sluice.lake.lambda.BadEventException;

class QuarantineHandlerTest {
  private static final String RAW = "raw/adverts/ingest_date=2026-11-21/run_id=run-1/part-00000-abc.parquet";
  private static final String EVENT = "{\"runId\":\"run-1\",\"ingestDate\":\"2026-11-21\",\"startedAt\":\"2026-11-21T06:00:00Z\","
      + "\"dataset\":\"adverts\",\"part\":0,\"verdict\":\"%s\",\"read\":7,\"accepted\":0,\"quarantined\":7,\"duplicates\":0,"
      + "\"object\":\"" + RAW + "\",\"reason\":\"empty_object\",\"detail\":\"the object has no rows\"}";

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @Test
  void takesTheGatesAnswerAndSaysWhereTheObjectIsNow(@TempDir Path root) throws Exception {
    assertThat(handle(root, EVENT.formatted("quarantined"))).isEqualTo("{\"dataset\":\"adverts\",\"part\":0,"
        + "\"verdict\":\"quarantined\",\"object\":\"" + RAW + "\",\"reason\":\"empty_object\",\"quarantineKey\":\""
        + RAW.replaceFirst("^raw/", "quarantine/") + "\"}");
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"event\":\"object_copied_to_quarantine\"",
        "\"runId\":\"run-1\"", "\"sourceObject\":\"" + RAW + "\"", "\"reason\":\"empty_object\"");
  }

  @Test
  void refusesAVerdictThatIsNotItsOwn(@TempDir Path root) {
    assertThatThrownBy(() -> handle(root, EVENT.formatted("accepted")))
        .isInstanceOf(BadEventException.class)
        .hasMessageContaining("only a refused object is quarantined; found verdict accepted");
  }

  private String handle(Path root, String event) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    EventLog events = new EventLog(new PrintStream(log, true, StandardCharsets.UTF_8),
        Clock.fixed(Instant.parse("2026-11-21T06:00:01Z"), ZoneOffset.UTC));
    new QuarantineHandler(QuarantineTest.quarantine(QuarantineTest.withRaw(root)), events)
        .handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
    return out.toString(StandardCharsets.UTF_8);
  }
}
