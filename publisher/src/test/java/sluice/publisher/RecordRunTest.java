package sluice.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.lake.RunId;
import sluice.lake.event.Emf;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.FailedSource;
import sluice.lake.ledger.Failure;
import sluice.lake.ledger.QualityCounts;
import sluice.lake.ledger.RunCosts;
import sluice.lake.ledger.RunRecord;
import sluice.lake.ledger.RunStatus;
import sluice.lake.store.FaultyObjectStore;
import sluice.lake.store.FolderObjectStore;
import sluice.lake.store.Injection;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;

class RecordRunTest {
  private static final RunId RUN = new RunId("run-1");
  private static final Instant STARTED = Instant.parse("2026-11-21T06:00:00Z");
  private static final RunCosts COSTS = new RunCosts(31, 12.5, 24.9);
  private static final ObjectRef FILE = new ObjectRef("dq", "dq-results/runs/run_id=run-1.json");

  private final InMemoryLedger ledger = new InMemoryLedger();
  private final InMemoryBuildTable table = new InMemoryBuildTable().heldBy(new LockHolder(RUN, "arn:run-1"));
  private final Logged logged = new Logged();
  private final ByteArrayOutputStream measured = new ByteArrayOutputStream();
  private final PrintStream metrics = new PrintStream(measured, true, StandardCharsets.UTF_8);
  private CostMeter costs = arn -> COSTS;
  private FolderObjectStore store;

  @BeforeEach
  void bucket(@TempDir Path root) {
    store = new FolderObjectStore(root);
  }

  @Test
  void recordsAGoodRunInTheLedgerAndInItsOwnFile() {
    RecordRunAnswer answer = record(good());
    assertThat(answer.record()).isEqualTo(new RunRecord(RUN, "arn:run-1", RunStatus.SUCCEEDED, "manual", STARTED,
        STARTED.plusMillis(29_400), 29.4, Map.of("devitjobs", new Counts(10, 9, 1, 0)), Map.of("job_postings", 361L), List.of(),
        null, "green", new QualityCounts(7, 6, 0, 1), null, COSTS));
    assertThat(ledger.runs).containsExactly(answer.record());
    assertThat(RunRecord.fromJson(new String(store.bytes(FILE), StandardCharsets.UTF_8))).isEqualTo(answer.record());
  }

  @Test
  void callsARunWithoutAnOptionalSourcePartialAndSaysTheCauseInWords() {
    RecordRunAnswer answer = record(new RecordRunEvent(RUN, "arn:run-1", "schedule", STARTED, Map.of(), Map.of(), "green",
        List.of(new FailedSource("currency_rates", "sluice.X", "{\"errorMessage\":\"refused\",\"errorType\":\"sluice.X\"}")), null, null, null));
    assertThat(answer.status()).isEqualTo(RunStatus.PARTIAL);
    assertThat(answer.record().optionalFailed()).containsExactly(new FailedSource("currency_rates", "sluice.X", "refused"));
  }

  @Test
  void recordsAFailureWithItsStageAndEverySourceThatFailed() {
    RecordRunAnswer answer = record(failed(new RecordRunEvent.FailedStage(
        "extract", "devitjobs", "sluice.X", "{\"errorMessage\":\"no total\"}", List.of("nofluffjobs: sluice.Y"))));
    assertThat(answer.status()).isEqualTo(RunStatus.FAILED);
    assertThat(answer.record().failure())
        .isEqualTo(new Failure("extract", "sluice.X", "devitjobs: no total (also nofluffjobs: sluice.Y)"));
    assertThat(answer.record().slot()).isNull();
  }

  @Test
  void recordsAFailureWithoutASource() {
    assertThat(record(failed(new RecordRunEvent.FailedStage("build", null, "States.Timeout", null, null))).record().failure())
        .isEqualTo(new Failure("build", "States.Timeout", "no cause was given"));
  }

  @Test
  void givesTheBuildFreeForTheNextRun() {
    record(good());
    assertThat(table.lockHolder()).isEmpty();
    assertThat(logged.names()).containsExactly("build_lock_released", "run_recorded");
  }

  @Test
  void leavesALockThatIsAnotherRuns() {
    LockHolder other = new LockHolder(new RunId("run-2"), "arn:run-2");
    table.heldBy(other);
    record(good());
    assertThat(table.lockHolder()).contains(other);
    assertThat(logged.names()).containsExactly("run_recorded");
  }

  @Test
  void doesNotFailARunForALockThatCannotBeGivenBack() {
    BuildTable broken = new BrokenLock(table);
    RecordRunAnswer answer = core(store, broken, STARTED).record(good());
    assertThat(answer.status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(logged.events()).contains(Map.of(
        "event", "function_failed", "runId", "run-1", "what", "release the build lock", "error", "no table"));
  }

  @Test
  void keepsTheFirstRecordWhenItIsAskedAgain() {
    RecordRunAnswer first = record(good());
    RecordRunAnswer again = core(store, table, STARTED.plusSeconds(500)).record(good());
    assertThat(again).isEqualTo(first);
    assertThat(ledger.runs).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(value = Injection.class, mode = EnumSource.Mode.EXCLUDE, names = "SILENT_DAMAGE")
  void endsWithOneRecordWhateverTheStoreDoes(Injection injection, @TempDir Path root) {
    for (int call = 1; call <= 2; call++) {
      FolderObjectStore folder = new FolderObjectStore(root.resolve(injection + "-" + call));
      ObjectStore faulty = FaultyObjectStore.failing(folder, call, injection);
      catchThrowable(() -> core(faulty, table, STARTED.plusSeconds(1)).record(good()));
      RecordRunAnswer answer = core(folder, table, STARTED.plusSeconds(2)).record(good());
      assertThat(ledger.runs).containsExactly(answer.record());
      assertThat(new String(folder.bytes(FILE), StandardCharsets.UTF_8)).isEqualTo(answer.record().toJson());
    }
  }

  @Test
  void recordsARunWhoseCostsAreUnknown() {
    costs = arn -> {
      throw new IllegalStateException("no history");
    };
    RecordRunAnswer answer = record(good());
    assertThat(answer.record().status()).isEqualTo(RunStatus.SUCCEEDED);
    assertThat(answer.record().costs()).isNull();
    assertThat(logged.events()).anySatisfy(event -> assertThat(event).containsEntry("what", "read what the run used").containsEntry("error", "no history"));
  }

  @Test
  void wordsTheNoticeFromTheRunsBeforeThisOne() {
    ledger.record(new RunRecord(new RunId("run-0"), "arn:run-0", RunStatus.FAILED, "manual", STARTED.minusSeconds(60),
        STARTED.minusSeconds(50), 10, Map.of(), Map.of(), List.of(), new Failure("build", "States.TaskFailed", "red"), "green"));
    assertThat(record(good()).notice().message()).startsWith("Recovered: the run of 21 Nov 05:59 had failed in build.");
  }

  @Test
  void countsBuildsThatCameToTheirRulesAndThoseThatFailed() {
    record(good());
    assertThat(measured.toString(StandardCharsets.UTF_8)).contains("\"trigger\":\"manual\"", "\"BuildSucceeded\":1", "\"BuildFailed\":0");
  }

  @Test
  void saysNothingOfABuildThatNeverBegan() {
    record(failed(new RecordRunEvent.FailedStage("extract", "devitjobs", "X", "down", null)));
    assertThat(measured.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void leavesAReplaysSummaryBesideItsManifest() {
    RecordRunEvent event = new RecordRunEvent(RUN, "arn:run-1", "replay", STARTED, Map.of("orders", new Counts(10, 1, 0, 9)), Map.of(), "green",
        List.of(), null, null, new RecordRunEvent.Replay("fix-7", "orders", "manifests/fix-7.json"));
    assertThat(record(event).record().replayId()).isEqualTo("fix-7");
    record(event);
    assertThat(new String(store.bytes(new ObjectRef("replay", "manifests/fix-7.run-1.summary.json")), StandardCharsets.UTF_8))
        .contains("\"replayId\" : \"fix-7\"", "\"status\" : \"SUCCEEDED\"", "\"accepted\" : 1", "\"duplicates\" : 9");
  }

  private RecordRunAnswer record(RecordRunEvent event) {
    return core(store, table, STARTED.plusMillis(29_400)).record(event);
  }

  private RecordRun core(ObjectStore objects, BuildTable builds, Instant now) {
    return new RecordRun(new RunFile(objects, "dq"), new ReplaySummary(objects, "replay"), ledger, costs, builds, logged.log, new Emf(metrics, Clock.fixed(now, ZoneOffset.UTC)), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static RecordRunEvent good() {
    return new RecordRunEvent(RUN, "arn:run-1", "manual", STARTED, Map.of("devitjobs", new Counts(10, 9, 1, 0)),
        Map.of("job_postings", 361L), "green", List.of(), null, new QualityCounts(7, 6, 0, 1), null);
  }

  private static RecordRunEvent failed(RecordRunEvent.FailedStage failure) {
    return new RecordRunEvent(RUN, "arn:run-1", "manual", STARTED, Map.of(), Map.of(), "", List.of(), failure, null, null);
  }

  /** A table that cannot be reached when the lock is given back. */
  private record BrokenLock(BuildTable inner) implements BuildTable {
    @Override
    public java.util.Optional<LockHolder> lockHolder() {
      return inner.lockHolder();
    }

    @Override
    public boolean takeLock(LockHolder mine) {
      return inner.takeLock(mine);
    }

    @Override
    public boolean takeLockFrom(LockHolder seen, LockHolder mine) {
      return inner.takeLockFrom(seen, mine);
    }

    @Override
    public boolean releaseLock(RunId runId) {
      throw new IllegalStateException("no table");
    }

    @Override
    public java.util.Optional<Publication> publication() {
      return inner.publication();
    }

    @Override
    public void remember(Publication publication) {
      inner.remember(publication);
    }
  }
}
