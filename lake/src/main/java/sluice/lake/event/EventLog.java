package sluice.lake.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import sluice.lake.json.Json;

/** Writes one JSON line for each thing that happened; never a payload, never a secret. */
public final class EventLog {
  private final PrintStream out;
  private final Clock clock;
  private final Map<String, Object> known;

  public EventLog(PrintStream out, Clock clock) {
    this(out, clock, Map.of());
  }

  private EventLog(PrintStream out, Clock clock, Map<String, Object> known) {
    this.out = Objects.requireNonNull(out);
    this.clock = Objects.requireNonNull(clock);
    this.known = known;
  }

  /** A log of which every line carries these fields too: {@code runId}, {@code dataset}, {@code sourceObject}. */
  public EventLog about(Map<String, ?> fields) {
    Map<String, Object> more = new LinkedHashMap<>(known);
    more.putAll(fields);
    return new EventLog(out, clock, more);
  }

  public void happened(EventName name, Map<String, ?> fields) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", clock.instant());
    line.put("event", name.word());
    line.putAll(known);
    line.putAll(fields);
    try {
      // One println call: lines of several threads must not run into one another.
      out.println(Json.MAPPER.writeValueAsString(line));
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("event " + name.word() + " has a field that cannot be JSON", notJson);
    }
  }
}
