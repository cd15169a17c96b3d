package sluice.publisher;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import sluice.lake.ledger.RunRecord;
import sluice.lake.ledger.RunStatus;

/** The runs before this one, the latest first. */
record History(List<RunRecord> earlier) {
  private static final Duration SAME_STORY = Duration.ofHours(24);

  OptionalDouble averageSeconds() {
    return earlier.stream().filter(run -> run.status() != RunStatus.FAILED).mapToDouble(RunRecord::seconds).average();
  }

  Optional<RunRecord> lastPublished() {
    return earlier.stream().filter(run -> run.status() != RunStatus.FAILED).findFirst();
  }

  /** The run right before, if it failed: this one may be the first good one again. */
  Optional<RunRecord> brokenBefore() {
    return earlier.stream().findFirst().filter(run -> run.status() == RunStatus.FAILED);
  }

  /** Runs of the last day that ended for the same cause, the earliest last. */
  List<RunRecord> sameCauseAs(RunRecord run) {
    Instant since = run.startedAt().minus(SAME_STORY);
    return earlier.stream()
        .filter(other -> other.startedAt().isAfter(since) && Objects.equals(cause(other), cause(run)))
        .toList();
  }

  private static String cause(RunRecord run) {
    if (run.failure() != null) {
      return run.failure().stage() + " " + run.failure().error();
    }
    return run.optionalFailed().stream().map(failed -> failed.source() + " " + failed.error()).sorted().toList().toString();
  }
}
