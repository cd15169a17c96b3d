package sluice.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import sluice.lake.event.EventLog;
import sluice.lake.json.Json;

/** An event log that a test can read. */
final class Logged {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  final EventLog log = new EventLog(
      new PrintStream(bytes, true, StandardCharsets.UTF_8), Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC));

  List<JsonNode> events(String name) {
    return bytes.toString(StandardCharsets.UTF_8).lines().map(Logged::parsed).filter(event -> event.path("event").asText().equals(name)).toList();
  }

  private static JsonNode parsed(String line) {
    try {
      return Json.MAPPER.readTree(line);
    } catch (IOException notJson) {
      throw new UncheckedIOException(line, notJson);
    }
  }
}
