package sluice.publisher;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.lake.Slot;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;

/** Gives one run at a time a slot to build in that no reader sees. */
final class PrepareBuild {
  private final BuildTable table;
  private final Executions executions;
  private final MartCatalog catalog;
  private final ReaderViews views;
  private final EventLog log;

  PrepareBuild(BuildTable table, Executions executions, MartCatalog catalog, ReaderViews views, EventLog log) {
    this.table = table;
    this.executions = executions;
    this.catalog = catalog;
    this.views = views;
    this.log = log;
  }

  /** Asking again for the same run gives the same slot. */
  Slot prepare(LockHolder mine) {
    lock(mine);
    Optional<Publication> seen = table.publication();
    // While views show both slots, neither is idle: the move that was cut off is finished first.
    seen.filter(publication -> publication.state() == Publication.State.PUBLISHING).ifPresent(this::rollForward);
    Slot idle = seen.map(publication -> publication.slot().other()).orElse(Slot.BLUE);
    log.happened(EventName.BUILD_SLOT_CHOSEN, Map.of("runId", mine.runId(), "slot", idle.word()));
    return idle;
  }

  private void lock(LockHolder mine) {
    if (table.takeLock(mine)) {
      return;
    }
    Optional<LockHolder> holder = table.lockHolder();
    if (holder.filter(lock -> lock.runId().equals(mine.runId())).isPresent()) {
      return;
    }
    // Given back between the two calls; whoever takes it now is as good as we are.
    if (holder.isEmpty() && table.takeLock(mine)) {
      return;
    }
    LockHolder other = holder.orElseThrow(() -> busy(mine, "a run that was faster"));
    if (executions.running(other.executionArn()) || !table.takeLockFrom(other, mine)) {
      throw busy(mine, "run " + other.runId() + " (" + other.executionArn() + ")");
    }
    log.happened(EventName.BUILD_LOCK_TAKEN_OVER, Map.of("runId", mine.runId(), "holder", other.runId()));
  }

  private BuildBusyException busy(LockHolder mine, String holder) {
    log.happened(EventName.BUILD_BUSY, Map.of("runId", mine.runId(), "holder", holder));
    return new BuildBusyException(holder);
  }

  private void rollForward(Publication cutOff) {
    List<String> marts = catalog.marts(cutOff.slot().database());
    Duration mixture = views.showing(cutOff.slot(), marts);
    table.remember(cutOff.finished());
    log.happened(EventName.PUBLICATION_ROLLED_FORWARD, Map.of(
        "runId", cutOff.runId(), "slot", cutOff.slot().word(), "marts", marts, "millis", mixture.toMillis()));
  }
}
