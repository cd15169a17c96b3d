package sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.lake.RunId;
import sluice.lake.landing.BatchObject;
import sluice.lake.landing.LandedBatch;
import sluice.lake.landing.LandedObject;
import sluice.lake.store.FaultyObjectStore;
import sluice.lake.store.Injection;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.SimulatedCrash;
import sluice.lake.workflow.Execution;

class IntakeTest {
  private static final String UNKNOWN = "ordrs/x.csv";

  private final AtomicInteger worlds = new AtomicInteger();
  @TempDir Path folder;
  private World world;

  @BeforeEach
  void create() {
    world = world();
  }

  @Test
  void theVersionsOfOneCallAreOneRun() {
    ObjectVersion a = world.landing.drop("orders/2026-11-20/a.csv", "v1");
    ObjectVersion b = world.landing.drop("orders/b.csv", "v1");
    Taken taken = world.intake().take(List.of(b, a));

    RunId run = world.claimOn(a);
    assertThat(taken).isEqualTo(new Taken(java.util.Set.of(run), java.util.Set.of()));
    assertThat(world.claimOn(b)).isEqualTo(run);
    assertThat(world.workflow.started()).containsExactly(java.util.Map.entry(run.value(), "{\"batch\":\"raw/_batches/" + run + ".json\"}"));
    LandedBatch batch = LandedBatch.fromJson(world.store.bytes(new ObjectRef(World.RAW, LandedBatch.key(run))));
    assertThat(batch.objects()).extracting(BatchObject::key, object -> object.ingestDate().toString()).containsExactly(
        org.assertj.core.groups.Tuple.tuple("orders/2026-11-20/a.csv", "2026-11-20"),
        org.assertj.core.groups.Tuple.tuple("orders/b.csv", "2026-11-21"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void howeverOftenAndInWhateverOrderEachVersionHasOneRun(int deliveries) {
    List<ObjectVersion> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      all.add(world.landing.drop("orders/" + i % 4 + ".csv", "v" + i));
    }
    List<List<ObjectVersion>> calls = new ArrayList<>();
    Random random = new Random(deliveries);
    for (int delivery = 0; delivery < deliveries; delivery++) {
      List<ObjectVersion> order = new ArrayList<>(all);
      if (delivery % 2 == 0) {
        Collections.reverse(order);
      } else {
        Collections.shuffle(order, random);
      }
      for (int from = 0; from < order.size(); from += 5) {
        calls.add(order.subList(from, Math.min(order.size(), from + 5)));
      }
    }
    calls.forEach(call -> assertThat(world.intake().take(call).failed()).isEmpty());

    assertThat(all).allSatisfy(version -> assertThat(world.workflow.started()).containsKey(world.claimOn(version).value()));
    assertThat(world.workflow.started()).hasSize(3);
    assertThat(world.logged.events("object_claimed")).hasSize(12);
  }

  @Test
  void anOldEventAfterANewOverwriteIsAnInputOfItsOwn() {
    ObjectVersion older = world.landing.drop("orders/a.csv", "v1");
    ObjectVersion newer = world.landing.drop("orders/a.csv", "v2");
    world.intake().take(List.of(newer));
    world.intake().take(List.of(older));
    assertThat(world.claimOn(older)).isNotEqualTo(world.claimOn(newer));
    assertThat(world.workflow.started()).hasSize(2);
  }

  @Test
  void aRedeliveryAfterAFailureIsAnotherAttempt() {
    ObjectVersion a = world.landing.drop("orders/a.csv", "v1");
    world.intake().take(List.of(a));
    RunId run = world.claimOn(a);
    world.workflow.ended(run, Execution.State.FAILED);
    assertThat(world.intake().take(List.of(a)).started()).containsExactly(new RunId(run + "-2"));
    assertThat(world.workflow.started().values()).hasSize(2).containsOnly("{\"batch\":\"" + LandedBatch.key(run) + "\"}");

    world.workflow.ended(new RunId(run + "-2"), Execution.State.SUCCEEDED);
    assertThat(world.intake().take(List.of(a)).started()).isEmpty();
  }

  @Test
  void aVersionThatAnotherRunClaimedMeanwhileIsThatRuns() {
    ObjectVersion a = world.landing.drop("orders/a.csv", "v1");
    ObjectVersion b = world.landing.drop("orders/b.csv", "v1");
    RunId other = new RunId("land-0123456789abcdef");
    world.claims.claim(new LandedObject(World.ORDERS, FakeLanding.BUCKET, a.key(), "v1"), other);
    world.intake().take(List.of(a, b));
    assertThat(world.claimOn(a)).isEqualTo(other);
    assertThat(world.workflow.started().keySet()).containsExactlyInAnyOrder(other.value(), world.claimOn(b).value());
  }

  @Test
  void whatHasNoDatasetIsNotedOnceAndNeverLost() {
    ObjectVersion unknown = world.landing.drop(UNKNOWN, "v1");
    ObjectVersion none = world.landing.drop("orders", "v1");
    ObjectVersion foreign = new ObjectVersion("elsewhere", "orders/a.csv", "v1");
    assertThat(world.intake().take(List.of(unknown, none, foreign)).failed()).isEmpty();
    world.intake().take(List.of(unknown, none, foreign));

    assertThat(world.workflow.started()).isEmpty();
    assertThat(world.objects().keySet()).hasSize(3).allMatch(key -> key.matches("quarantine/unknown/[0-9a-f]{16}\\.json"));
    assertThat(world.logged.events("object_refused")).extracting(event -> event.path("reason").asText())
        .containsExactlyInAnyOrder("unknown_dataset", "unknown_dataset", "foreign_bucket");
    assertThat(new String(world.store.bytes(new ObjectRef(World.QUARANTINE, Refusals.key(unknown, Refusal.UNKNOWN_DATASET))),
        java.nio.charset.StandardCharsets.UTF_8)).contains("\"sourceObject\" : \"s3://sluice-landing/ordrs/x.csv?versionId=v1\"");
  }

  @Test
  void anObjectThatIsGoneIsNotedAndNotRetried() {
    ObjectVersion gone = world.landing.drop("orders/a.csv", "v1");
    world.landing.delete(gone);
    assertThat(world.intake().take(List.of(gone))).isEqualTo(new Taken(java.util.Set.of(), java.util.Set.of()));
    assertThat(world.logged.events("object_refused").getFirst().path("reason").asText()).isEqualTo("version_gone");
    assertThat(world.objects()).containsOnlyKeys(Refusals.key(gone, Refusal.VERSION_GONE));
  }

  @Test
  void aFolderHoldsNoData() {
    assertThat(world.intake().take(List.of(world.landing.drop("orders/", "v1"))).failed()).isEmpty();
    assertThat(world.objects()).isEmpty();
    assertThat(world.logged.events("event_ignored")).hasSize(1);
  }

  @Test
  void aVersionThatCannotBeHandledKeepsNoOtherBack() {
    ObjectVersion a = world.landing.drop("orders/a.csv", "v1");
    ObjectVersion bad = world.landing.drop("orders/bad.csv", "v1");
    world.landing.forbid(bad.key());
    assertThat(world.intake().take(List.of(a, bad)).failed()).containsExactly(bad);
    assertThat(world.workflow.started()).containsOnlyKeys(world.claimOn(a).value());

    world.landing.forbid("");
    assertThat(world.intake().take(List.of(a, bad)).failed()).isEmpty();
    assertThat(world.workflow.started()).hasSize(2);
  }

  @Test
  void whileNothingCanBeStartedEverythingComesAgain() {
    ObjectVersion a = world.landing.drop("orders/a.csv", "v1");
    world.workflow.down(true);
    assertThat(world.intake().take(List.of(a)).failed()).containsExactly(a);
    world.workflow.down(false);
    world.workflow.loseNextAnswer();
    assertThat(world.intake().take(List.of(a)).failed()).containsExactly(a);
    assertThat(world.intake().take(List.of(a)).failed()).isEmpty();
    assertThat(world.workflow.started()).containsOnlyKeys(world.claimOn(a).value());
  }

  @Test
  void afterAnyFaultOfTheStoreTheNextDeliveryEndsInTheSame() {
    World twin = world();
    FaultyObjectStore counted = FaultyObjectStore.counting(twin.store);
    twin.intake(counted).take(drops(twin));
    for (int call = 1; call <= counted.calls().size(); call++) {
      for (Injection injection : Injection.values()) {
        if (injection == Injection.SILENT_DAMAGE) {
          continue; // a store that lies about a success cannot be seen by its writer
        }
        World other = world();
        List<ObjectVersion> drops = drops(other);
        try {
          other.intake(FaultyObjectStore.failing(other.store, call, injection)).take(drops);
        } catch (SimulatedCrash end) {
          // the next delivery finds what is left
        }
        assertThat(other.intake().take(drops).failed()).isEmpty();
        assertThat(other.objects()).as("%s at %s", injection, counted.calls().get(call - 1)).isEqualTo(twin.objects());
        assertThat(other.workflow.started()).isEqualTo(twin.workflow.started());
      }
    }
  }

  private static List<ObjectVersion> drops(World in) {
    return List.of(in.landing.drop("orders/a.csv", "v1"), in.landing.drop("orders/a.csv", "v2"), in.landing.drop(UNKNOWN, "v1"));
  }

  private World world() {
    return new World(folder.resolve("world-" + worlds.incrementAndGet()));
  }
}
