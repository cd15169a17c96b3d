package sluice.lake.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import sluice.lake.RunId;
import sluice.lake.json.Json;

/**
 * What is remembered of a run for ever.
 *
 * @param quality absent when the run never came to ask the rules
 * @param replayId absent when nobody asked for a replay
 * @param costs absent when they could not be found out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunRecord(
    RunId runId,
    String executionArn,
    RunStatus status,
    String trigger,
    Instant startedAt,
    Instant endedAt,
    double seconds,
    Map<String, Counts> datasets,
    Map<String, Long> marts,
    List<FailedSource> optionalFailed,
    Failure failure,
    String slot,
    QualityCounts quality,
    String replayId,
    RunCosts costs) {
  public RunRecord {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(startedAt, "startedAt");
    datasets = sorted(datasets);
    marts = sorted(marts);
    optionalFailed = optionalFailed == null ? List.of() : List.copyOf(optionalFailed);
  }

  /** A run that came to no quality rules and is no replay. */
  public RunRecord(RunId runId, String executionArn, RunStatus status, String trigger, Instant startedAt, Instant endedAt, double seconds,
      Map<String, Counts> datasets, Map<String, Long> marts, List<FailedSource> optionalFailed, Failure failure, String slot) {
    this(runId, executionArn, status, trigger, startedAt, endedAt, seconds, datasets, marts, optionalFailed, failure, slot, null, null, null);
  }

  public String toJson() {
    return Json.text(this);
  }

  public static RunRecord fromJson(String json) {
    try {
      return Json.MAPPER.readValue(json, RunRecord.class);
    } catch (IOException notARecord) {
      throw new IllegalArgumentException("not a run record: " + Json.brief(notARecord), notARecord);
    }
  }

  // Sorted, so that the same run gives the same bytes.
  private static <V> SortedMap<String, V> sorted(Map<String, V> map) {
    return java.util.Collections.unmodifiableSortedMap(new TreeMap<>(map == null ? Map.of() : map));
  }
}
