package sluice.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.lake.json.Json;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** What an execution's events say of the run so far: when each stage began and ended, and what each source delivered. */
record History(Instant begin, Map<Stage, Span> stages, List<Extract> extracts) {
  static final String EXTRACT_ONE = "Extract the source";

  /** From the first entry into a stage's states to the last exit; an absent end means that it still works. */
  record Span(Instant start, Optional<Instant> end) {
    Duration until(Instant now) {
      return Duration.between(start, end.orElse(now));
    }
  }

  /** A source that has delivered; absent figures were not stated. */
  record Extract(String source, long rows, Optional<Long> stated, Duration took) {}

  static History read(SfnClient steps, String executionArn) {
    List<HistoryEvent> events = new ArrayList<>();
    steps.getExecutionHistoryPaginator(request -> request.executionArn(executionArn).maxResults(1000).includeExecutionData(true))
        .events().forEach(events::add);
    return of(events);
  }

  static History of(List<HistoryEvent> events) {
    Map<Stage, Instant> starts = new EnumMap<>(Stage.class);
    Map<Stage, Instant> ends = new EnumMap<>(Stage.class);
    Map<Stage, Integer> open = new EnumMap<>(Stage.class);
    List<Extract> extracts = new ArrayList<>();
    Instant begin = events.isEmpty() ? Instant.EPOCH : events.getFirst().timestamp();
    for (HistoryEvent event : events) {
      if (event.stateEnteredEventDetails() != null) {
        Stage.of(event.stateEnteredEventDetails().name()).ifPresent(stage -> {
          starts.putIfAbsent(stage, event.timestamp());
          open.merge(stage, 1, Integer::sum);
        });
      }
      if (event.stateExitedEventDetails() != null) {
        String state = event.stateExitedEventDetails().name();
        Stage.of(state).ifPresent(stage -> {
          ends.put(stage, event.timestamp());
          open.merge(stage, -1, Integer::sum);
        });
        if (state.equals(EXTRACT_ONE)) {
          extract(event, begin).ifPresent(extracts::add);
        }
      }
    }
    Map<Stage, Span> stages = new EnumMap<>(Stage.class);
    starts.forEach((stage, start) -> stages.put(stage,
        new Span(start, open.get(stage) > 0 ? Optional.empty() : Optional.ofNullable(ends.get(stage)))));
    return new History(begin, stages, List.copyOf(extracts));
  }

  private static Optional<Extract> extract(HistoryEvent event, Instant begin) {
    try {
      JsonNode output = Json.MAPPER.readTree(event.stateExitedEventDetails().output());
      if (!output.has("rows") || "continue".equals(output.path("status").asText())) {
        return Optional.empty();
      }
      Optional<Long> stated = output.hasNonNull("statedTotal") ? Optional.of(output.get("statedTotal").asLong()) : Optional.empty();
      return Optional.of(new Extract(output.path("source").asText(), output.path("rows").asLong(), stated, Duration.between(begin, event.timestamp())));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty(); // a redacted or missing output only costs a progress line
    }
  }
}
