package sluice.publisher;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import sluice.lake.event.EventLog;
import sluice.lake.json.Json;

/** An event log that a test can read. */
final class Logged {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  final EventLog log = new EventLog(
      new PrintStream(bytes, true, StandardCharsets.UTF_8), Clock.fixed(Instant.parse("2026-11-21T06:00:00Z"), ZoneOffset.UTC));

  /** Every event in order, without its time. */
  List<Map<String, Object>> events() {
    return bytes.toString(StandardCharsets.UTF_8).lines().map(Logged::parsed).toList();
  }

  List<Object> names() {
    return events().stream().map(event -> event.get("event")).toList();
  }

  private static Map<String, Object> parsed(String line) {
    try {
      Map<String, Object> event = Json.MAPPER.readValue(line, new TypeReference<>() {});
      event.remove("at");
      return event;
    } catch (IOException notJson) {
      throw new UncheckedIOException(line, notJson);
    }
  }
}
