package sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.RunId;
import sluice.lake.landing.LandedBatch;
import sluice.lake.landing.LandedObject;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.Part;
import sluice.lake.store.FaultyObjectStore;
import sluice.lake.store.Injection;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.Sha256;
import sluice.lake.store.SimulatedCrash;
import sluice.lake.store.StoreException;

class ReceiveTest {
  private final AtomicInteger worlds = new AtomicInteger();
  @TempDir Path folder;
  private World world;

  @BeforeEach
  void create() {
    world = world();
  }

  @Test
  void aBatchBecomesAManifestForEachDatasetAndDay() {
    world.landing.drop("orders/2026-11-20/a.csv", "v1", Instant.parse("2026-11-21T09:00:00Z"));
    world.landing.drop("orders/2026-11-20/b.csv", "v1", Instant.parse("2026-11-21T09:10:00Z"));
    world.landing.drop("orders/c.csv", "v1");
    ObjectVersion counts = world.landing.drop("us_counts/01-22-2020.csv", "v1");
    String batch = taken();
    String run = run(batch);

    assertThat(world.receive(batch)).isEqualTo(new ReceiveAnswer(List.of(
        received("orders", run, "2026-11-20", 2), received("orders", run, "2026-11-21", 1), received("us_counts", run, "2026-11-21", 1)),
        List.of()));
    Manifest manifest = world.manifest(received("orders", run, "2026-11-20", 2).manifest());
    assertThat(manifest.startedAt()).isEqualTo("2026-11-21T09:10:00Z");
    assertThat(manifest.rows()).isZero();
    assertThat(manifest.parts()).extracting(Part::origin).containsExactly(
        "s3://sluice-landing/orders/2026-11-20/a.csv?versionId=v1", "s3://sluice-landing/orders/2026-11-20/b.csv?versionId=v1");
    assertThat(world.manifest(received("us_counts", run, "2026-11-21", 1).manifest()).parts().getFirst().key())
        .isEqualTo("raw/us_counts/ingest_date=2026-11-21/run_id=" + run + "/" + Sha256.of(counts.uri().getBytes(java.nio.charset.StandardCharsets.UTF_8)).substring(0, 12) + "-01-22-2020.csv");
    assertWhole(manifest);
  }

  @Test
  void rawNamesAreSafeWhateverTheKey() {
    world.landing.drop("orders/a b+%2B/zażółć\n\"..csv", "v1");
    world.landing.drop("orders/..", "v1");
    world.landing.drop("orders/" + "x".repeat(1000) + ".csv.gz", "v1");
    String batch = taken();
    Manifest manifest = world.manifest(world.receive(batch).manifests().getFirst().manifest());
    assertThat(manifest.parts()).extracting(part -> part.key().substring(part.key().lastIndexOf('/') + 1))
        .allMatch(name -> name.matches("[0-9a-f]{12}-[A-Za-z0-9._-]{1,100}"))
        .anyMatch(name -> name.endsWith("-za______..csv"))
        .anyMatch(name -> name.length() == 113 && name.endsWith("xxx.csv.gz"));
    assertWhole(manifest);
  }

  @Test
  void eachVersionOfAnOverwrittenObjectIsCopied() {
    ObjectVersion first = world.landing.drop("orders/a.csv", "v1");
    ObjectVersion second = world.landing.drop("orders/a.csv", "v2");
    Manifest manifest = world.manifest(world.receive(taken()).manifests().getFirst().manifest());
    assertThat(manifest.parts()).extracting(Part::origin).containsExactly(first.uri(), second.uri());
    assertWhole(manifest);
  }

  @Test
  void whatAnotherRunClaimedIsLeftToIt() {
    ObjectVersion a = world.landing.drop("orders/a.csv", "v1");
    ObjectVersion b = world.landing.drop("orders/b.csv", "v1");
    world.claims.claim(object(a), new RunId("land-0123456789abcdef"));
    String batch = writtenButNotClaimed(a, b);
    assertThat(world.receive(batch).manifests()).extracting(ReceiveAnswer.Received::parts).containsExactly(1);
    assertThat(world.claimOn(b)).as("a version that nobody had claimed is this run's from now on").hasToString(run(batch));
  }

  @Test
  void aBatchOfWhichEverythingIsAnotherRunsBringsNothing() {
    ObjectVersion a = world.landing.drop("orders/a.csv", "v1");
    world.claims.claim(object(a), new RunId("land-0123456789abcdef"));
    assertThat(world.receive(writtenButNotClaimed(a))).isEqualTo(new ReceiveAnswer(List.of(), List.of()));
  }

  @Test
  void aVersionThatIsGoneIsNamedAndNoted() {
    ObjectVersion a = world.landing.drop("orders/a.csv", "v1");
    ObjectVersion b = world.landing.drop("orders/b.csv", "v1");
    String batch = taken();
    world.landing.delete(a);
    ReceiveAnswer answer = world.receive(batch);
    assertThat(answer.missing()).containsExactly(a.uri());
    assertThat(answer.manifests()).extracting(ReceiveAnswer.Received::parts).containsExactly(1);
    assertThat(world.objects()).containsKey(Refusals.key(a, Refusal.VERSION_GONE));

    world.landing.delete(b);
    assertThat(world.receive(batch)).as("what is in raw no longer needs the landing bucket").isEqualTo(answer);
    assertThat(world.logged.events("object_refused")).hasSize(1);
  }

  @Test
  void aBatchOfWhichNothingIsLeftHasNoManifest() {
    ObjectVersion a = world.landing.drop("orders/a.csv", "v1");
    String batch = taken();
    world.landing.delete(a);
    assertThat(world.receive(batch)).isEqualTo(new ReceiveAnswer(List.of(), List.of(a.uri())));
  }

  @Test
  void afterAnyFaultTheSameCommandEndsInTheSameObjects() {
    World twin = world();
    String batch = dropped(twin);
    FaultyObjectStore counted = FaultyObjectStore.counting(twin.store);
    ReceiveAnswer expected = receive(twin, counted, batch);
    for (int call = 1; call <= counted.calls().size(); call++) {
      for (Injection injection : Injection.values()) {
        if (injection == Injection.SILENT_DAMAGE) {
          continue; // a store that lies about a success cannot be seen by its writer; the gate finds it by the hash
        }
        World other = world();
        dropped(other);
        try {
          receive(other, FaultyObjectStore.failing(other.store, call, injection), batch);
        } catch (SimulatedCrash | StoreException fault) {
          other.objects().keySet().stream().filter(key -> key.endsWith("_manifest.json")).forEach(key -> assertWhole(other, other.manifest(key)));
        }
        assertThat(receive(other, other.store, batch)).isEqualTo(expected);
        assertThat(other.objects()).as("%s at %s", injection, counted.calls().get(call - 1)).isEqualTo(twin.objects());
        assertThat(other.leftovers()).isEmpty();
      }
    }
  }

  @Test
  void refusesWhatIsNoBatch() {
    assertThatThrownBy(() -> world.receive("raw/_batches/land-1.json"))
        .hasMessage("no batch at s3://sluice-raw/raw/_batches/land-1.json; expected one that the intake wrote");
    ObjectVersion a = world.landing.drop("orders/a.csv", "v1");
    String batch = writtenButNotClaimed(a);
    world.store.putIfAbsent(new ObjectRef(World.RAW, "raw/_batches/copy.json"), world.store.bytes(new ObjectRef(World.RAW, batch)), java.util.Map.of());
    assertThatThrownBy(() -> world.receive("raw/_batches/copy.json"))
        .hasMessage("not the batch's own key: expected " + batch + ", found raw/_batches/copy.json");
  }

  private static String dropped(World in) {
    ObjectVersion[] drops = {in.landing.drop("orders/2026-11-20/a.csv", "v1"), in.landing.drop("orders/2026-11-20/a.csv", "v2"),
        in.landing.drop("orders/c.csv", "v1"), in.landing.drop("orders/gone.csv", "v1")};
    String batch = LandedBatch.key(in.intake().take(Arrays.asList(drops)).started().iterator().next());
    in.landing.delete(drops[3]);
    return batch;
  }

  private static ReceiveAnswer receive(World in, sluice.lake.store.ObjectStore over, String batch) {
    return in.receive(over).receive(new ReceiveEvent(new RunId(run(batch) + "-2"), batch, Instant.EPOCH));
  }

  private String taken() {
    return LandedBatch.key(world.intake().take(world.landing.all()).started().iterator().next());
  }

  private String writtenButNotClaimed(ObjectVersion... versions) {
    LandedBatch batch = LandedBatch.of(Arrays.stream(versions)
        .map(version -> sluice.lake.landing.BatchObject.of(object(version), LocalDate.of(2026, 11, 21), FakeLanding.DROPPED)).toList());
    String key = LandedBatch.key(batch.runId());
    world.store.putIfAbsent(new ObjectRef(World.RAW, key), batch.toJson(), java.util.Map.of());
    return key;
  }

  private static LandedObject object(ObjectVersion version) {
    return new LandedObject(World.ORDERS, version.bucket(), version.key(), version.versionId());
  }

  private static String run(String batchKey) {
    return batchKey.replaceAll(".*/|\\.json", "");
  }

  private static ReceiveAnswer.Received received(String dataset, String run, String day, int parts) {
    return new ReceiveAnswer.Received(new sluice.lake.DatasetName(dataset),
        "raw/" + dataset + "/ingest_date=" + day + "/run_id=" + run + "/_manifest.json", parts, LocalDate.parse(day));
  }

  private void assertWhole(Manifest manifest) {
    assertWhole(world, manifest);
  }

  private static void assertWhole(World in, Manifest manifest) {
    manifest.parts().forEach(part -> {
      byte[] bytes = in.store.bytes(new ObjectRef(World.RAW, part.key()));
      assertThat(bytes).hasSize((int) part.bytes());
      assertThat(Sha256.of(bytes)).isEqualTo(part.sha256());
      String origin = part.origin().replace("s3://sluice-landing/", "").replace("?versionId=", " ");
      assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("rows of " + origin);
    });
  }

  private World world() {
    return new World(folder.resolve("world-" + worlds.incrementAndGet()));
  }
}
