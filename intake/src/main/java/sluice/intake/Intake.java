package sluice.intake;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;
import sluice.lake.landing.BatchObject;
import sluice.lake.landing.Claims;
import sluice.lake.landing.LandedBatch;
import sluice.lake.landing.LandedObject;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.workflow.Start;

/**
 * Lets exactly one run work on each landed object version, however often and in whatever order it is named.
 *
 * <p>Batch, claims, start, in this order: a claim leads to a run, and a run to its batch, so whoever finds a claim can
 * always make sure that its run goes on.
 */
final class Intake {
  private final Landing landing;
  private final ObjectStore store;
  private final Claims claims;
  private final Runs runs;
  private final Refusals refusals;
  private final EventLog log;

  /**
   * What is taken in.
   *
   * @param datasets those that have a contract
   */
  record Landing(String bucket, LandingVersions versions, Supplier<Set<DatasetName>> datasets, String rawBucket) {}

  Intake(Landing landing, ObjectStore store, Claims claims, Runs runs, Refusals refusals, EventLog log) {
    this.landing = landing;
    this.store = store;
    this.claims = claims;
    this.runs = runs;
    this.refusals = refusals;
    this.log = log;
  }

  /** All versions that no run has claimed yet become one batch; a version that cannot be handled keeps no other back. */
  Taken take(Collection<ObjectVersion> versions) {
    return new Call().take(versions);
  }

  /** One call's state. */
  private final class Call {
    private final Set<DatasetName> known = landing.datasets().get();
    private final Map<RunId, List<ObjectVersion>> claimed = new LinkedHashMap<>();
    private final Map<ObjectVersion, BatchObject> fresh = new LinkedHashMap<>();
    private final Set<RunId> started = new LinkedHashSet<>();
    private final Set<ObjectVersion> failed = new LinkedHashSet<>();

    Taken take(Collection<ObjectVersion> versions) {
      new TreeSet<>(versions).forEach(version -> trying("look at", List.of(version), () -> sort(version)));
      if (!fresh.isEmpty()) {
        trying("batch", fresh.keySet(), this::claimFresh);
      }
      claimed.forEach((run, its) -> trying("start " + run + " for", its, () -> start(run)));
      return new Taken(started, failed);
    }

    private void sort(ObjectVersion version) {
      LandingKey key = new LandingKey(version.key());
      Optional<DatasetName> dataset = key.dataset().filter(known::contains);
      if (!version.bucket().equals(landing.bucket())) {
        refusals.refuse(version, Refusal.FOREIGN_BUCKET);
      } else if (key.isFolder()) {
        log.happened(EventName.EVENT_IGNORED, Map.of("sourceObject", version.uri(), "reason", "a folder's marker holds no data"));
      } else if (dataset.isEmpty()) {
        refusals.refuse(version, Refusal.UNKNOWN_DATASET);
      } else {
        LandedObject object = new LandedObject(dataset.get(), version.bucket(), version.key(), version.versionId());
        claims.of(object).ifPresentOrElse(run -> belongs(version, run), () -> find(version, object, key));
      }
    }

    private void find(ObjectVersion version, LandedObject object, LandingKey key) {
      landing.versions().find(version).ifPresentOrElse(
          // Never the event's own time: another event of the same version may tell another.
          there -> fresh.put(version, BatchObject.of(object,
              key.date().orElseGet(() -> there.landedAt().atZone(ZoneOffset.UTC).toLocalDate()), there.landedAt())),
          () -> refusals.refuse(version, Refusal.VERSION_GONE));
    }

    private void claimFresh() {
      LandedBatch batch = LandedBatch.of(fresh.values());
      String key = LandedBatch.key(batch.runId());
      store.putIfAbsent(new ObjectRef(landing.rawBucket(), key), batch.toJson(), Map.of());
      log.happened(EventName.BATCH_WRITTEN, Map.of("runId", batch.runId(), "sourceObject", key, "objects", batch.objects().size()));
      fresh.forEach((version, object) -> trying("claim", List.of(version), () -> claim(version, object, batch.runId())));
    }

    private void claim(ObjectVersion version, BatchObject object, RunId mine) {
      RunId run = claims.claim(object.object(), mine);
      belongs(version, run);
      if (run.equals(mine)) {
        log.happened(EventName.OBJECT_CLAIMED,
            Map.of("runId", run, "dataset", object.dataset(), "sourceObject", version.uri(), "ingestDate", object.ingestDate()));
      }
    }

    private void start(RunId run) {
      Start start = runs.ensure(run);
      if (!(start instanceof Start.Joined)) {
        started.add(start.name());
      }
    }

    private void belongs(ObjectVersion version, RunId run) {
      claimed.computeIfAbsent(run, none -> new ArrayList<>()).add(version);
    }

    private void trying(String what, Collection<ObjectVersion> about, Runnable step) {
      try {
        step.run();
      } catch (RuntimeException comesAgain) {
        failed.addAll(about);
        log.happened(EventName.FUNCTION_FAILED, Map.of("what", what + " " + about.size() + " object(s)",
            "sourceObject", about.iterator().next().uri(), "error", String.valueOf(comesAgain.getMessage())));
      }
    }
  }
}
