package sluice.publisher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import sluice.lake.event.Emf;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;
import sluice.lake.ledger.FailedSource;
import sluice.lake.ledger.Failure;
import sluice.lake.ledger.RunCosts;
import sluice.lake.ledger.RunLedger;
import sluice.lake.ledger.RunRecord;
import sluice.lake.ledger.RunStatus;

/** Remembers how a run ended, frees the build for the next one, and words the notice. */
final class RecordRun {
  // As far back as "again" and the average look; runs come twice a day.
  private static final int HISTORY = 20;

  private final RunFile file;
  private final ReplaySummary summary;
  private final RunLedger ledger;
  private final CostMeter costs;
  private final BuildTable table;
  private final EventLog log;
  private final Emf metrics;
  private final Clock clock;

  RecordRun(RunFile file, ReplaySummary summary, RunLedger ledger, CostMeter costs, BuildTable table, EventLog log, Emf metrics, Clock clock) {
    this.file = file;
    this.summary = summary;
    this.ledger = ledger;
    this.costs = costs;
    this.table = table;
    this.log = log;
    this.metrics = metrics;
    this.clock = clock;
  }

  /** Repeating it changes nothing: the first record stands. */
  RecordRunAnswer record(RecordRunEvent event) {
    RunRecord run = file.recorded(event.runId(), () -> ended(event));
    ledger.record(run);
    if (event.replay() != null) {
      summary.write(run, event.replay());
    }
    measure(run);
    release(run);
    log.happened(EventName.RUN_RECORDED, Map.of(
        "runId", run.runId(), "status", run.status(), "seconds", run.seconds(), "datasets", run.datasets()));
    List<RunRecord> earlier = ledger.latest(HISTORY).stream()
        .filter(other -> other.startedAt().isBefore(run.startedAt()))
        .toList();
    return new RecordRunAnswer(run.status(), new NoticeText(run, new History(earlier)).notice(), run);
  }

  // A run that came to its rules has built; one that failed in the build has not. Others say nothing of it.
  private void measure(RunRecord run) {
    SequencedMap<String, Long> counts = new TreeMap<>();
    boolean buildFailed = run.failure() != null && run.failure().stage().equals("build");
    if (run.quality() != null || buildFailed) {
      counts.put("BuildSucceeded", buildFailed ? 0L : 1L);
      counts.put("BuildFailed", buildFailed ? 1L : 0L);
    }
    if (run.replayId() != null) {
      counts.put("ReplayCompleted", 1L);
    }
    if (!counts.isEmpty()) {
      metrics.counted(new TreeMap<>(Map.of("trigger", String.valueOf(run.trigger()))), counts);
    }
  }

  // A lock that could not be given back is taken over once this execution has ended: not worth failing a good run for.
  private void release(RunRecord run) {
    try {
      if (table.releaseLock(run.runId())) {
        log.happened(EventName.BUILD_LOCK_RELEASED, Map.of("runId", run.runId()));
      }
    } catch (RuntimeException keptForTheNextRun) {
      log.happened(EventName.FUNCTION_FAILED, Map.of(
          "runId", run.runId(), "what", "release the build lock", "error", String.valueOf(keptForTheNextRun.getMessage())));
    }
  }

  private RunRecord ended(RecordRunEvent event) {
    Instant now = clock.instant();
    double seconds = Duration.between(event.startedAt(), now).toMillis() / 1000.0;
    return new RunRecord(event.runId(), event.executionArn(), status(event), event.trigger(), event.startedAt(), now, seconds,
        event.datasets(), event.marts(), event.optionalFailed().stream().map(RecordRun::readable).toList(),
        readable(event.failure()), event.slot() == null || event.slot().isEmpty() ? null : event.slot(), event.quality(),
        event.replay() == null ? null : event.replay().replayId(), costs(event));
  }

  // What a run cost is worth knowing, but not worth failing a good run for.
  private RunCosts costs(RecordRunEvent event) {
    try {
      return costs.of(event.executionArn());
    } catch (RuntimeException unknown) {
      log.happened(EventName.FUNCTION_FAILED, Map.of(
          "runId", event.runId(), "what", "read what the run used", "error", String.valueOf(unknown.getMessage())));
      return null;
    }
  }

  private static RunStatus status(RecordRunEvent event) {
    if (event.failure() != null) {
      return RunStatus.FAILED;
    }
    return event.optionalFailed().isEmpty() ? RunStatus.SUCCEEDED : RunStatus.PARTIAL;
  }

  private static FailedSource readable(FailedSource failed) {
    return new FailedSource(failed.source(), failed.error(), CauseText.of(failed.cause()));
  }

  private static Failure readable(RecordRunEvent.FailedStage failed) {
    if (failed == null) {
      return null;
    }
    String about = failed.source() == null ? "" : failed.source() + ": ";
    String also = failed.also() == null || failed.also().isEmpty() ? "" : " (also " + String.join(", ", failed.also()) + ")";
    return new Failure(failed.stage(), failed.error(), about + CauseText.of(failed.cause()) + also);
  }
}
