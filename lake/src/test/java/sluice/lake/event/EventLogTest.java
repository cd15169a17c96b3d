package sluice.lake.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sluice.lake.DatasetName;
import sluice.lake.RunId;

class EventLogTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final EventLog log = new EventLog(new PrintStream(out, true, StandardCharsets.UTF_8),
      Clock.fixed(Instant.parse("2026-11-21T09:14:00Z"), ZoneOffset.UTC));

  @Test
  void writesOneLineForWhatHappened() {
    EventLog run = log.about(new TreeMap<>(Map.of("runId", new RunId("r1"), "dataset", new DatasetName("orders"))));
    run.happened(EventName.PART_WRITTEN, Map.of("rows", 3));
    run.about(Map.of("sourceObject", "s3://b/k")).happened(EventName.OBJECT_ACCEPTED, Map.of());
    assertThat(lines()).containsExactly(
        "{\"at\":\"2026-11-21T09:14:00Z\",\"event\":\"part_written\",\"dataset\":\"orders\",\"runId\":\"r1\",\"rows\":3}",
        "{\"at\":\"2026-11-21T09:14:00Z\",\"event\":\"object_accepted\",\"dataset\":\"orders\",\"runId\":\"r1\","
            + "\"sourceObject\":\"s3://b/k\"}");
  }

  @Test
  void staysOneLineWhateverAFieldHolds() {
    log.happened(EventName.FUNCTION_FAILED, Map.of("cause", "first\nsecond \"quoted\""));
    assertThat(lines()).hasSize(1);
  }

  @Test
  void refusesFieldsThatAreNoData() {
    assertThatThrownBy(() -> log.happened(EventName.PAGE_READ, Map.of("x", new Object())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("event page_read has a field that cannot be JSON");
  }

  private String[] lines() {
    return out.toString(StandardCharsets.UTF_8).split("\n");
  }
}
