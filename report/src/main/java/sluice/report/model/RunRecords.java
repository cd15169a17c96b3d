package sluice.report.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the run records that the pipeline leaves under {@code dq-results/runs/} and in its ledger. */
public final class RunRecords {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RunRecords() {}

  public static Run read(String record) {
    try {
      return run(JSON.readTree(record));
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("run record: not JSON: " + notJson.getOriginalMessage(), notJson);
    }
  }

  private static Run run(JsonNode record) {
    return new Run(
        required(record, "runId"),
        Status.valueOf(required(record, "status")),
        record.path("trigger").asText("unknown"),
        Instant.parse(required(record, "startedAt")),
        Duration.ofMillis(Math.round(record.path("seconds").asDouble(0) * 1000)),
        datasets(record.path("datasets")),
        marts(record.path("marts")),
        failedSources(record.path("optionalFailed")),
        failure(record.path("failure")));
  }

  private static String required(JsonNode record, String field) {
    String value = record.path(field).asText("");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("run record: expected \"" + field + "\", found none");
    }
    return value;
  }

  private static Map<String, Counts> datasets(JsonNode datasets) {
    Map<String, Counts> counts = new TreeMap<>();
    datasets.properties().forEach(dataset -> {
      JsonNode n = dataset.getValue();
      counts.put(dataset.getKey(), new Counts(
          n.path("read").asLong(), n.path("accepted").asLong(), n.path("quarantined").asLong(), n.path("duplicates").asLong()));
    });
    return counts;
  }

  private static Map<String, Long> marts(JsonNode marts) {
    Map<String, Long> rows = new TreeMap<>();
    marts.properties().forEach(mart -> rows.put(mart.getKey(), mart.getValue().asLong()));
    return rows;
  }

  private static List<FailedSource> failedSources(JsonNode failed) {
    List<FailedSource> sources = new ArrayList<>();
    failed.forEach(one -> sources.add(
        new FailedSource(one.path("source").asText(""), one.path("error").asText(""), one.path("cause").asText(""))));
    return sources;
  }

  private static Optional<Failure> failure(JsonNode failure) {
    return failure.isObject()
        ? Optional.of(new Failure(failure.path("stage").asText(""), failure.path("error").asText(""), failure.path("cause").asText("")))
        : Optional.empty();
  }
}
