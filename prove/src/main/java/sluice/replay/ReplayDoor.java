package sluice.replay;

import java.time.LocalDate;
import java.util.Map;
import sluice.lake.Buckets;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.contract.Contract;
import sluice.lake.event.Emf;
import sluice.lake.event.EventLog;
import sluice.lake.landing.Claims;
import sluice.lake.ledger.VerdictLedger;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.workflow.StartOnce;
import sluice.lake.workflow.Workflow;

/** Opens the dispatcher of replays over any store, ledger and workflow; like a test, it stands in the package of what it opens. */
public final class ReplayDoor {
  private static final String ID = "again";
  private static final String KEY = ReplayManifest.PREFIX + ID + ".json";

  private final Dispatch dispatch;
  private final ObjectStore store;
  private final String bucket;

  public ReplayDoor(ObjectStore store, Buckets buckets, Claims claims, VerdictLedger verdicts, Workflow workflow,
      Map<DatasetName, Contract> contracts, EventLog log, Emf metrics) {
    this.store = store;
    bucket = buckets.of(Zone.REPLAY);
    dispatch = new Dispatch(new ReplayZone(store, bucket),
        new Planner(store, new Planner.Places(buckets.of(Zone.RAW), buckets.of(Zone.LANDING)), claims, verdicts), new StartOnce(workflow),
        new Dispatch.Contracts(() -> contracts, buckets.of(Zone.LANDING)), log, metrics);
  }

  /** A run that works on a replay's plan, whose key this is. */
  public record Started(RunId run, String replayId, String plan) {}

  /** Drops a manifest, always the same, for all objects of the dates, by force; answers the run that works on it. */
  public Started drop(DatasetName dataset, LocalDate from, LocalDate to) {
    ReplayManifest manifest =
        new ReplayManifest(ID, "to see what it does", dataset, new Selection.Dates(from, to), new ReplayOptions(true, false, false));
    store.putIfAbsent(new ObjectRef(bucket, KEY), manifest.toJson(), Map.of());
    DispatchAnswer answer = dispatch.dispatch(bucket, KEY);
    if (answer.execution() == null) {
      throw new IllegalStateException("expected a run for " + KEY + ", found " + answer);
    }
    return new Started(answer.execution(), ID, answer.document());
  }
}
