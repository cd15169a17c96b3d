package sluice.publisher;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.lake.RunId;
import sluice.lake.Slot;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;

/** Moves readers to what a run built, in one step that can be repeated. */
final class Publish {
  private final BuildTable table;
  private final MartCatalog catalog;
  private final ReaderViews views;
  private final EventLog log;
  private final Clock clock;

  Publish(BuildTable table, MartCatalog catalog, ReaderViews views, EventLog log, Clock clock) {
    this.table = table;
    this.catalog = catalog;
    this.views = views;
    this.log = log;
    this.clock = clock;
  }

  PublishAnswer publish(RunId runId, Slot slot) {
    Optional<LockHolder> holder = table.lockHolder();
    if (holder.filter(lock -> lock.runId().equals(runId)).isEmpty()) {
      throw new LockLostException(runId, holder);
    }
    List<String> marts = catalog.marts(slot.database());
    if (marts.isEmpty()) {
      throw new NothingToPublishException(slot.database());
    }
    // Counted first: a table that cannot be read must be found while no view has moved.
    Map<String, Long> rows = views.count(slot, marts);
    Publication publication = new Publication(slot, runId, Publication.State.PUBLISHING);
    // Remembered before the first view moves: whoever finds it unfinished knows where to.
    table.remember(publication);
    log.happened(EventName.PUBLICATION_STARTED, Map.of("runId", runId, "slot", slot.word(), "marts", marts));
    Duration mixture = views.showing(slot, marts);
    table.remember(publication.finished());
    log.happened(EventName.MARTS_PUBLISHED, Map.of(
        "runId", runId, "slot", slot.word(), "marts", rows, "mixtureMillis", mixture.toMillis()));
    return new PublishAnswer(rows, clock.instant());
  }
}
