package sluice.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import sluice.lake.Buckets;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.event.EventLog;
import sluice.lake.landing.Claims;
import sluice.lake.landing.LandedBatch;
import sluice.lake.landing.LandedObject;
import sluice.lake.store.ObjectStore;
import sluice.lake.workflow.StartOnce;
import sluice.lake.workflow.Workflow;

/** Opens the way in of landed files over any store, claims and workflow; like a test, it stands in the package of what it opens. */
public final class IntakeDoor {
  private final Intake intake;
  private final Receive receive;
  private final Instant landedAt;

  /** Every version is there, and landed at {@code landedAt}. */
  public IntakeDoor(ObjectStore store, Buckets buckets, Claims claims, Workflow workflow, Set<DatasetName> datasets, Instant landedAt,
      Path work, EventLog log) {
    this.landedAt = landedAt;
    Refusals refusals = new Refusals(store, buckets.of(Zone.QUARANTINE), log);
    intake = new Intake(new Intake.Landing(buckets.of(Zone.LANDING), new Landed(), () -> datasets, buckets.of(Zone.RAW)), store, claims,
        new Runs(new StartOnce(workflow), log), refusals, log);
    receive = new Receive(store, buckets.of(Zone.RAW), claims, new RawCopies(store, buckets.of(Zone.RAW), work), refusals, log);
  }

  /** One call with some events; false when the queue has to bring some of them again. */
  public boolean deliver(Collection<LandedObject> events) {
    return intake.take(events.stream().map(IntakeDoor::version).toList()).failed().isEmpty();
  }

  /** The run's first task; answers the keys of the manifests that it is to judge, with their datasets and parts. */
  public List<Received> receive(RunId run) {
    return receive.receive(new ReceiveEvent(run, LandedBatch.key(run), landedAt)).manifests().stream()
        .map(its -> new Received(its.source(), its.manifest(), its.parts())).toList();
  }

  /** One manifest in the raw zone and how many parts it names. */
  public record Received(DatasetName dataset, String manifest, int parts) {}

  private static ObjectVersion version(LandedObject event) {
    return new ObjectVersion(event.bucket(), event.key(), event.versionId());
  }

  private final class Landed implements LandingVersions {
    @Override
    public Optional<LandedVersion> find(ObjectVersion version) {
      return Optional.of(new LandedVersion(version, landedAt));
    }

    @Override
    public void each(Consumer<LandedVersion> visitor) {
      throw new UnsupportedOperationException("nothing sweeps here");
    }
  }
}
