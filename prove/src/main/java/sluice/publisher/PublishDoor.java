package sluice.publisher;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import sluice.lake.Buckets;
import sluice.lake.RunId;
import sluice.lake.Slot;
import sluice.lake.Zone;
import sluice.lake.athena.Queries;
import sluice.lake.event.Emf;
import sluice.lake.event.EventLog;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.RunCosts;
import sluice.lake.ledger.RunLedger;
import sluice.lake.ledger.RunRecord;
import sluice.lake.store.FaultyCalls;
import sluice.lake.store.ObjectStore;

/** Opens what follows on a build over any store; like a test, it stands in the package of what it opens. */
public final class PublishDoor {
  private final PrepareBuild prepare;
  private final Publish publish;
  private final RecordRun record;

  /** What publishing changes outside of the object store. */
  public static final class Readers {
    private final FakeWarehouse warehouse = new FakeWarehouse();
    private final InMemoryBuildTable table = new InMemoryBuildTable();
    private final InMemoryLedger ledger = new InMemoryLedger();

    /** One mart stands in each slot as if it had been built there. */
    public Readers() {
      for (Slot slot : Slot.values()) {
        warehouse.table(slot.database(), "job_postings", 1).table(slot.database(), "orders", 1);
      }
    }

    public List<RunRecord> runs() {
      return List.copyOf(ledger.runs);
    }

    /** Whether every view shows the published slot, nothing is half-way to another, and nobody holds the lock. */
    public boolean areAtRest() {
      return table.lockHolder().isEmpty() && table.publication()
          .filter(seen -> seen.state() == Publication.State.PUBLISHED)
          .filter(seen -> warehouse.views.values().stream().allMatch(seen.slot().database()::equals)).isPresent();
    }
  }

  private static final RunCosts NOTHING_USED = new RunCosts(0, 0, 0);

  public PublishDoor(ObjectStore store, Buckets buckets, Readers readers, FaultyCalls calls, EventLog log, Emf metrics, Clock clock) {
    BuildTable table = calls.around(BuildTable.class, readers.table);
    MartCatalog marts = calls.around(MartCatalog.class, readers.warehouse);
    ReaderViews views = new ReaderViews(calls.around(Queries.class, readers.warehouse), clock);
    // An execution that is asked about has ended: nothing else runs here.
    prepare = new PrepareBuild(table, arn -> false, marts, views, log);
    publish = new Publish(table, marts, views, log, clock);
    record = new RecordRun(new RunFile(store, buckets.of(Zone.DQ_RESULTS)), new ReplaySummary(store, buckets.of(Zone.REPLAY)),
        calls.around(RunLedger.class, readers.ledger), arn -> NOTHING_USED, table, log, metrics, clock);
  }

  /** From the lock to the recorded run, as the workflow goes on after its gate; the build itself is left out. */
  public void publish(RunId run, Instant startedAt, Map<String, Counts> datasets) {
    Slot slot = prepare.prepare(new LockHolder(run, "arn:" + run));
    PublishAnswer published = publish.publish(run, slot);
    record.record(new RecordRunEvent(
        run, "arn:" + run, "manual", startedAt, datasets, published.marts(), slot.word(), List.of(), null, null, null));
  }
}
