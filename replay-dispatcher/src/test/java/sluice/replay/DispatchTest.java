package sluice.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.PartitionKey;
import sluice.lake.RunId;
import sluice.lake.landing.BatchObject;
import sluice.lake.landing.LandedBatch;
import sluice.lake.landing.LandedObject;
import sluice.lake.store.FaultyObjectStore;
import sluice.lake.store.Injection;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.SimulatedCrash;
import sluice.lake.store.StoreException;
import sluice.lake.workflow.Execution;

class DispatchTest {
  private static final String KEY = "manifests/fix.json";
  private static final RunId RUN = new RunId("replay-fix-7");
  private static final String BOTH_DAYS = "\"dates\":{\"from\":\"2026-11-20\",\"to\":\"2026-11-21\"}";

  private final AtomicInteger worlds = new AtomicInteger();
  @TempDir Path folder;
  private World world;
  private PartitionKey first;
  private PartitionKey second;

  @BeforeEach
  void create() {
    world = filled();
  }

  /** Two runs: parts 0 to 2 of the first are accepted now, refused before, and unjudged; the second's one is refused. */
  private World filled() {
    World filled = new World(folder.resolve("world-" + worlds.incrementAndGet()));
    first = filled.raw(World.DAY, "run-1", null, null, null);
    second = filled.raw(World.DAY.plusDays(1), "run-2", (String) null);
    filled.accepted(first, 0, World.CONTRACT);
    filled.refusedRows(first, 1, World.CONTRACT - 1, "wrong_type");
    filled.refused(second, 0, World.CONTRACT - 1, "unreadable_object", "2026-11-21T23:59:59Z");
    return filled;
  }

  @Test
  void datesMeanEveryObjectThatTheContractHasNotJudged() {
    DispatchAnswer answer = world.drop(KEY, wish(BOTH_DAYS));
    assertThat(answer).isEqualTo(new DispatchAnswer(DispatchAnswer.Status.STARTED, "fix-7", RUN, "replay/plans/fix-7.json", 3));
    assertThat(world.workflow.started()).containsExactly(Map.entry("replay-fix-7", "{\"replay\":{\"replayId\":\"fix-7\",\"dataset\":\"orders\","
        + "\"reason\":\"because\",\"plan\":\"replay/plans/fix-7.json\",\"manifest\":\"manifests/fix.json\",\"force\":false}}"));
    assertThat(plan().objects()).containsExactly(
        new ReplayPlan.Objects(first.manifest(), List.of(1, 2), first.ingestDate(), first.runId()),
        new ReplayPlan.Objects(second.manifest(), List.of(0), second.ingestDate(), second.runId()));
    assertThat(world.text("replay/plans/fix-7.json")).startsWith(
        "{\n  \"format\" : 1,\n  \"replayId\" : \"fix-7\",\n  \"dataset\" : \"orders\",\n  \"reason\" : \"because\",\n  \"manifest\" : \"manifests/fix.json\"");
    assertThat(world.logged()).contains("\"event\":\"run_started\"", "\"ReplayStarted\":1");
  }

  @Test
  void oneBadObjectAmongTenThousandIsTheOnlyOneJudgedAgain() {
    PartitionKey many = world.raw(World.DAY.plusDays(2), "run-3", new String[10_000]);
    for (int part = 0; part < 10_000; part++) {
      if (part == 7_777) {
        world.refused(many, part, World.CONTRACT - 1, "unreadable_object", "2026-11-22T07:00:00Z");
      } else {
        world.accepted(many, part, World.CONTRACT);
      }
    }
    assertThat(world.drop(KEY, wish("\"dates\":{\"from\":\"2026-11-22\",\"to\":\"2026-11-22\"}")).objects()).isEqualTo(1);
    assertThat(plan().objects()).containsExactly(new ReplayPlan.Objects(many.manifest(), List.of(7_777), many.ingestDate(), many.runId()));
  }

  @Test
  void forceAndNotSkippingMeanAllOfThem() {
    assertThat(world.drop(KEY, wish(BOTH_DAYS, "\"force\":true")).objects()).isEqualTo(4);
    assertThat(world.workflow.started().get("replay-fix-7")).endsWith("\"force\":true}}");
    assertThat(filled().drop(KEY, wish(BOTH_DAYS, "\"skipIfPublished\":false")).objects()).isEqualTo(4);
  }

  @Test
  void quarantineMeansWhatIsRefusedNow() {
    assertThat(judged("\"quarantine\":{}")).containsExactly(World.key(first, 1), World.key(second, 0));
    assertThat(judged("\"quarantine\":{\"reason\":\"wrong_type\"}")).containsExactly(World.key(first, 1));
    assertThat(judged("\"quarantine\":{\"reason\":\"unreadable_object\",\"since\":\"2026-11-21\",\"until\":\"2026-11-21\"}")).containsExactly(World.key(second, 0));
    assertThat(judged("\"quarantine\":{\"until\":\"2026-11-20\"}")).containsExactly(World.key(first, 1));
    assertThat(judged("\"quarantine\":{\"since\":\"2026-11-22\"}")).isEmpty();
    assertThat(judged("\"quarantine\":{\"runId\":\"run-2\"}")).containsExactly(World.key(second, 0));
  }

  @Test
  void whatALaterContractLetInIsRefusedNoLonger() {
    world.accepted(second, 0, World.CONTRACT);
    assertThat(judged("\"quarantine\":{}")).containsExactly(World.key(first, 1));
  }

  @Test
  void aRefusedObjectThatRawNoLongerNamesIsShownAndSkipped() {
    PartitionKey swept = new PartitionKey(World.ORDERS, World.DAY, new RunId("run-0"));
    world.refused(swept, 0, 1, "unreadable_object", "2026-11-20T00:00:00Z");
    DispatchAnswer answer = world.drop(KEY, wish("\"quarantine\":{\"runId\":\"run-0\"}"));
    assertThat(answer.status()).isEqualTo(DispatchAnswer.Status.NOTHING);
    assertThat(world.text(answer.document())).contains("\"action\" : \"skip\"", "\"why\" : \"no manifest in raw names it\"");
    assertThat(world.workflow.started()).isEmpty();
  }

  @Test
  void filesAreNamedByRawKeyOrByWhatLanded() {
    LandedObject landed = new LandedObject(World.ORDERS, World.LANDING, "orders/ą?versionId=+.csv", "v1");
    LandedBatch batch = LandedBatch.of(List.of(BatchObject.of(landed, World.DAY, Instant.EPOCH)));
    world.store.putIfAbsent(new ObjectRef(World.RAW, LandedBatch.key(batch.runId())), batch.toJson(), Map.of());
    world.claims.claim(landed, batch.runId());
    PartitionKey received = world.raw(World.DAY, batch.runId().value(), "s3://another", landed.uri());
    assertThat(judged("\"files\":[\"" + landed.uri() + "\",\"" + World.key(first, 2) + "\"]"))
        .containsExactlyInAnyOrder(World.key(received, 1), World.key(first, 2));
  }

  @Test
  void aFileThatIsNotInRawRefusesTheManifest() {
    DispatchAnswer answer = world.drop(KEY, wish("\"files\":[\"" + World.key(first, 0) + "\",\"" + World.key(first, 9)
        + "\",\"s3://sluice-landing/orders/never.csv?versionId=v1\"]"));
    assertThat(answer).isEqualTo(new DispatchAnswer(DispatchAnswer.Status.REFUSED, null, null, "manifests/fix.refused.json", null));
    assertThat(world.text("manifests/fix.refused.json")).contains("\"R008\"", World.key(first, 9), "orders/never.csv");
    assertThat(world.workflow.started()).isEmpty();
    assertThat(world.documents()).doesNotContainKey("replay/plans/fix-7.json");
  }

  @Test
  void aDryRunStartsNothingAndShowsEachObject() {
    DispatchAnswer answer = world.drop(KEY, wish(BOTH_DAYS, "\"dryRun\":true"));
    assertThat(answer).isEqualTo(new DispatchAnswer(DispatchAnswer.Status.PLANNED, "fix-7", null, "manifests/fix.plan.json", 3));
    assertThat(world.documents().keySet()).containsExactly(KEY, "manifests/fix.plan.json");
    assertThat(world.workflow.started()).isEmpty();
    assertThat(world.text("manifests/fix.plan.json")).contains(
        "\"contractVersion\" : 2", "\"judge\" : 3", "\"skip\" : 1", "\"verdictNow\" : \"accepted\"", "\"why\" : \"judged under contract version 2\"",
        "\"verdictNow\" : \"quarantined\"", "\"verdictNow\" : \"none\"");
    assertThat(world.drop("manifests/real.json", wish(BOTH_DAYS)).status()).as("a look ahead does not use the id up").isEqualTo(DispatchAnswer.Status.STARTED);
  }

  @Test
  void theSameManifestAgainStartsNothing() {
    world.drop(KEY, wish(BOTH_DAYS));
    world.accepted(second, 0, World.CONTRACT);
    world.drop(KEY, wish(BOTH_DAYS));
    world.drop("manifests/again.json", " " + wish(BOTH_DAYS));
    world.workflow.ended(RUN, Execution.State.SUCCEEDED);
    assertThat(world.drop(KEY, wish(BOTH_DAYS)).status()).isEqualTo(DispatchAnswer.Status.JOINED);
    assertThat(world.workflow.started()).containsOnlyKeys("replay-fix-7");
    assertThat(plan().parts()).as("the plan is the first one").isEqualTo(3);
  }

  @Test
  void everyManifestIsToldWhichRunWorksOnIt() {
    world.drop(KEY, wish(BOTH_DAYS));
    world.drop("manifests/again.json", wish(BOTH_DAYS));
    assertThat(world.text("manifests/again.started.json")).contains("\"manifest\" : \"manifests/again.json\"", "\"execution\" : \"replay-fix-7\"", "\"objects\" : 3");
  }

  @Test
  void aReplayWithoutWorkLeavesItsIdFree() {
    for (int part : new int[] {1, 2}) {
      world.accepted(first, part, World.CONTRACT);
    }
    world.accepted(second, 0, World.CONTRACT);
    assertThat(world.drop(KEY, wish(BOTH_DAYS)).status()).isEqualTo(DispatchAnswer.Status.NOTHING);
    assertThat(world.text("manifests/fix.plan.json")).contains("\"judge\" : 0");
    world.raw(World.DAY, "run-3", (String) null);
    assertThat(world.drop("manifests/later.json", wish(BOTH_DAYS)).status()).isEqualTo(DispatchAnswer.Status.STARTED);
  }

  @Test
  void aReplayThatFailedIsTriedAgainWithTheSameInput() {
    world.drop(KEY, wish(BOTH_DAYS));
    world.workflow.ended(RUN, Execution.State.FAILED);
    assertThat(world.drop("manifests/again.json", wish(BOTH_DAYS)).execution()).hasToString("replay-fix-7-2");
    assertThat(world.workflow.started().values().stream().distinct()).hasSize(1);
  }

  @Test
  void aReplayThatKeepsFailingIsRefusedInTheEnd() {
    for (int attempt = 1; attempt <= 9; attempt++) {
      world.workflow.ended(world.drop(KEY, wish(BOTH_DAYS)).execution(), Execution.State.FAILED);
    }
    assertThat(world.drop(KEY, wish(BOTH_DAYS)).status()).isEqualTo(DispatchAnswer.Status.REFUSED);
    assertThat(world.text("manifests/fix.refused.json")).contains("\"R010\"", "failed 9 times");
  }

  @Test
  void theSameIdWithOtherContentIsRefused() {
    world.drop(KEY, wish(BOTH_DAYS));
    assertThat(world.drop("manifests/other.json", wish("\"quarantine\":{}")).status()).isEqualTo(DispatchAnswer.Status.REFUSED);
    assertThat(world.text("manifests/other.refused.json")).contains("\"R009\"", "the content of manifests/fix.json", "give it a new replayId");
    assertThat(world.workflow.started()).hasSize(1);
  }

  @Test
  void aRefusalIsWrittenAndSaidAndNotThrown() {
    assertThat(world.drop(KEY, "{").status()).isEqualTo(DispatchAnswer.Status.REFUSED);
    assertThat(world.text("manifests/fix.refused.json")).contains("\"manifest\" : \"manifests/fix.json\"", "\"R001\"");
    assertThat(world.logged()).contains("\"event\":\"replay_refused\"", "error[R001]: not a replay manifest");
    assertThat(world.drop(KEY, "{").document()).as("a repeated event").isEqualTo("manifests/fix.refused.json");
  }

  @Test
  void anotherRefusalUnderTheSameKeyHidesNone() {
    world.store.putIfAbsent(new ObjectRef(World.REPLAY, "manifests/fix.refused.json"), "an older one".getBytes(StandardCharsets.UTF_8), Map.of());
    assertThat(world.drop(KEY, "{").document()).matches("manifests/fix\\.[0-9a-f]{12}\\.refused\\.json");
  }

  @Test
  void answersAreNoManifests() {
    Dispatch dispatch = world.dispatch(world.store);
    for (String key : List.of("manifests/x.refused.json", "manifests/x.plan.json", "manifests/x.started.json", "manifests/x.replay-x.summary.json", "manifests/x.txt", "replay/plans/x.json", "manifests/gone.json")) {
      assertThat(dispatch.dispatch(World.REPLAY, key).status()).as(key).isEqualTo(DispatchAnswer.Status.IGNORED);
    }
    assertThat(dispatch.dispatch("elsewhere", KEY).status()).isEqualTo(DispatchAnswer.Status.IGNORED);
    assertThat(world.documents()).isEmpty();
  }

  @Test
  void afterAnyFaultTheSameEventEndsInTheSame() {
    World twin = filled();
    put(twin);
    FaultyObjectStore counted = FaultyObjectStore.counting(twin.store);
    twin.dispatch(counted).dispatch(World.REPLAY, KEY);
    for (int call = 1; call <= counted.calls().size(); call++) {
      for (Injection injection : Injection.values()) {
        if (injection == Injection.SILENT_DAMAGE) {
          continue; // a store that lies about a success cannot be seen by its writer
        }
        World other = filled();
        put(other);
        try {
          other.dispatch(FaultyObjectStore.failing(other.store, call, injection)).dispatch(World.REPLAY, KEY);
        } catch (SimulatedCrash | StoreException fault) {
          // the event comes again
        }
        other.dispatch(other.store).dispatch(World.REPLAY, KEY);
        assertThat(other.documents()).as("%s at %s", injection, counted.calls().get(call - 1)).isEqualTo(twin.documents());
        assertThat(other.workflow.started()).isEqualTo(twin.workflow.started());
      }
    }
  }

  private static void put(World in) {
    in.store.putIfAbsent(new ObjectRef(World.REPLAY, KEY), wish(BOTH_DAYS).getBytes(StandardCharsets.UTF_8), Map.of());
  }

  private List<String> judged(String selection) {
    ReplayManifest wish = new ReplayManifestReader(java.util.Set.of(World.ORDERS), World.LANDING)
        .read(wish(selection).getBytes(StandardCharsets.UTF_8), KEY);
    return new Planner(world.store, new Planner.Places(World.RAW, World.LANDING), world.claims, world.verdicts)
        .plan(wish, World.CONTRACT, KEY).stream().filter(PlanLine::judges).map(PlanLine::object).toList();
  }

  private ReplayPlan plan() {
    return ReplayPlan.fromJson(world.text("replay/plans/fix-7.json").getBytes(StandardCharsets.UTF_8), "plan");
  }

  private static String wish(String selection) {
    return "{\"replayId\":\"fix-7\",\"reason\":\"because\",\"dataset\":\"orders\"," + selection + "}";
  }

  private static String wish(String selection, String option) {
    return "{\"replayId\":\"fix-7\",\"reason\":\"because\",\"dataset\":\"orders\"," + selection + ",\"options\":{" + option + "}}";
  }
}
