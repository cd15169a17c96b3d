package sluice.publisher;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sluice.lake.RunId;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.FailedSource;
import sluice.lake.ledger.QualityCounts;

/** How a run ended, as the workflow saw it. */
public record RecordRunEvent(
    RunId runId,
    String executionArn,
    String trigger,
    Instant startedAt,
    Map<String, Counts> datasets,
    Map<String, Long> marts,
    String slot,
    List<FailedSource> optionalFailed,
    FailedStage failure,
    QualityCounts quality,
    Replay replay) {
  public RecordRunEvent {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(startedAt, "startedAt");
    datasets = datasets == null ? Map.of() : Map.copyOf(datasets);
    marts = marts == null ? Map.of() : Map.copyOf(marts);
    optionalFailed = optionalFailed == null ? List.of() : List.copyOf(optionalFailed);
  }

  /**
   * The replay that the run is.
   *
   * @param manifest key in the replay zone of the file that asked for it
   */
  public record Replay(String replayId, String dataset, String manifest) {}

  /**
   * The first failure, with the stage it was caught in.
   *
   * @param source the source or dataset it is about, if it is about one
   * @param also other required sources that failed in the same stage
   */
  public record FailedStage(String stage, String source, String error, String cause, List<String> also) {}
}
