package sluice.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.landing.Claims;
import sluice.lake.landing.LandedObject;
import sluice.lake.landing.MemoryClaims;
import sluice.lake.manifest.Manifest;
import sluice.lake.store.FolderObjectStore;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.Sha256;
import sluice.lake.workflow.FakeWorkflow;
import sluice.lake.workflow.StartOnce;

/** Everything the room's cores touch, in a folder and in memory. */
final class World {
  static final DatasetName ORDERS = new DatasetName("orders");
  static final String RAW = "sluice-raw";
  static final String QUARANTINE = "sluice-quarantine";

  final FolderObjectStore store;
  final FakeLanding landing;
  final Claims claims = new MemoryClaims();
  final FakeWorkflow workflow = new FakeWorkflow();
  final Logged logged = new Logged();
  private final Path work;

  World(Path folder) {
    this.store = new FolderObjectStore(folder.resolve("store"));
    this.work = folder.resolve("work");
    this.landing = new FakeLanding(store);
  }

  Intake intake() {
    return intake(store);
  }

  Intake intake(ObjectStore over) {
    Set<DatasetName> known = Set.of(ORDERS, new DatasetName("us_counts"));
    return new Intake(new Intake.Landing(FakeLanding.BUCKET, landing, () -> known, RAW), over, claims,
        new Runs(new StartOnce(workflow), logged.log), new Refusals(over, QUARANTINE, logged.log), logged.log);
  }

  Receive receive(ObjectStore over) {
    return new Receive(over, RAW, claims, new RawCopies(over, RAW, work), new Refusals(over, QUARANTINE, logged.log), logged.log);
  }

  ReceiveAnswer receive(String batchKey) {
    return receive(store).receive(new ReceiveEvent(new RunId("run-1"), batchKey, Instant.EPOCH));
  }

  Sweep sweep(Instant now) {
    return new Sweep(landing, claims, intake(), Duration.ofHours(1), Clock.fixed(now, ZoneOffset.UTC), logged.log);
  }

  RunId claimOn(ObjectVersion version) {
    return claims.of(new LandedObject(ORDERS, version.bucket(), version.key(), version.versionId())).orElseThrow();
  }

  Manifest manifest(String key) {
    return Manifest.fromJson(store.bytes(new ObjectRef(RAW, key)));
  }

  /** Every object's hash by key, of the zones that this room writes. */
  Map<String, String> objects() {
    Map<String, String> hashes = new TreeMap<>();
    for (String bucket : new String[] {RAW, QUARANTINE}) {
      store.list(bucket, "").forEach(ref -> hashes.put(ref.key(), Sha256.of(store.bytes(ref))));
    }
    return hashes;
  }

  String[] leftovers() {
    String[] names = work.toFile().list();
    return names == null ? new String[0] : names;
  }
}
