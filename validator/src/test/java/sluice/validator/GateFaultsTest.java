package sluice.validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.lake.DatasetName;
import sluice.lake.PartitionKey;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.ObjectVerdict;
import sluice.lake.ledger.VerdictLedger;
import sluice.lake.ledger.VerdictScope;
import sluice.lake.parquet.RowsInMemory;
import sluice.lake.store.FaultyObjectStore;
import sluice.lake.store.Injection;

/** Whatever goes wrong at whichever call, asking again ends like a run that never failed. */
class GateFaultsTest {
  private static final PartitionKey FIRST = GateBench.partition("run-1");
  private static final PartitionKey SECOND = GateBench.partition("run-2");
  private static final RowsInMemory ADVERTS =
      new RowsInMemory(List.of("id", "title"), List.of(List.of("a1", "Analyst"), List.of("a2", "Engineer")));

  @ParameterizedTest
  @EnumSource(value = Injection.class, mode = EnumSource.Mode.EXCLUDE, names = "SILENT_DAMAGE")
  void endsLikeItsTwinWhenAskedAgain(Injection injection, @TempDir Path root) throws Exception {
    GateBench twin = bench(root.resolve("twin"));
    twin.judge(FIRST);
    ValidateAnswer expected = twin.judge(SECOND);
    int calls = callsOfAGoodRun(root.resolve("counting"));
    assertThat(calls).isGreaterThan(10);
    for (int call = 1; call <= calls; call++) {
      GateBench bench = bench(root.resolve(injection + "-" + call));
      bench.judge(FIRST);
      FaultyObjectStore faulty = FaultyObjectStore.failing(bench.folder, call, injection);
      catchThrowable(() -> bench.judge(faulty, bench.ledger, SECOND, "run-2"));
      assertThat(bench.judge(SECOND)).as("call %d", call).isEqualTo(expected);
      assertThat(content(bench, "validated-bucket", "validated/")).as("call %d", call).isEqualTo(content(twin, "validated-bucket", "validated/"));
      assertThat(content(bench, "quarantine-bucket", "")).as("call %d", call).isEqualTo(content(twin, "quarantine-bucket", ""));
      assertThat(bench.ledger.ofDate(GateBench.DATASET, GateBench.DATE)).hasSize(3);
    }
  }

  @Test
  void aCommitWhoseAnswerIsLostStands(@TempDir Path root) throws Exception {
    GateBench bench = bench(root);
    bench.judge(FIRST);
    VerdictLedger lost = new Interfering(bench.ledger, (scope, verdict) -> {
      bench.ledger.commit(scope, verdict);
      throw new IllegalStateException("no answer");
    });
    assertThat(catchThrowable(() -> bench.judge(bench.folder, lost, SECOND, "run-2"))).hasMessage("no answer");
    assertThat(bench.judge(SECOND).counts()).isEqualTo(new Counts(6, 2, 1, 3));
    assertThat(bench.validated()).hasSize(4);
  }

  @Test
  void aRunThatWasSlowerJudgesAgainAgainstWhatTheFasterLetIn(@TempDir Path root) throws Exception {
    GateBench bench = bench(root);
    boolean[] met = {false};
    VerdictLedger slow = new Interfering(bench.ledger, (scope, verdict) -> {
      if (!met[0]) {
        met[0] = true;
        bench.judge(FIRST);
      }
      return bench.ledger.commit(scope, verdict);
    });
    ValidateAnswer slower = bench.judge(bench.folder, slow, SECOND, "run-2");
    assertThat(slower.counts()).isEqualTo(new Counts(6, 2, 1, 3));
    assertThat(bench.validated()).extracting(row -> row.get(0)).containsExactlyInAnyOrder("a1", "a2", "a3", "a4");
    assertThat(bench.ledger.inScope(VerdictScope.of(GateBench.DATASET, sluice.lake.contract.Load.APPEND, GateBench.DATE)))
        .extracting(ObjectVerdict::sequence).containsExactly(1L, 2L, 3L);
  }

  @Test
  void refusesAnObjectThatWasDamagedOnItsWay(@TempDir Path root) throws Exception {
    GateBench bench = bench(root);
    // The manifest, the object's version, and then the object: half of it arrives and no error tells.
    FaultyObjectStore faulty = FaultyObjectStore.failing(bench.folder, 3, Injection.SILENT_DAMAGE);
    assertThat(bench.judge(faulty, bench.ledger, FIRST, "run-1").refusals()).containsExactly("hash_mismatch");
  }

  private static int callsOfAGoodRun(Path root) throws Exception {
    GateBench bench = bench(root);
    bench.judge(FIRST);
    FaultyObjectStore counting = FaultyObjectStore.counting(bench.folder);
    bench.judge(counting, bench.ledger, SECOND, "run-2");
    return counting.calls().size();
  }

  /** One run's rows are there; the second brings them again, with new ones and a bad one, in two objects. */
  private static GateBench bench(Path root) throws Exception {
    GateBench bench = new GateBench(root);
    bench.extracted(FIRST, ADVERTS);
    bench.extracted(SECOND, new RowsInMemory(List.of("id", "title"),
        List.of(List.of("a1", "Analyst"), List.of("a3", "Architect"), Arrays.asList("a9", null))));
    bench.extracted(SECOND, new RowsInMemory(List.of("id", "title"),
        List.of(List.of("a2", "Engineer"), List.of("a3", "Architect"), List.of("a4", "Scientist"))));
    return bench;
  }

  private static List<String> content(GateBench bench, String bucket, String prefix) {
    return bench.folder.list(bucket, prefix).stream().map(object -> object.key() + " " + Arrays.hashCode(bench.folder.bytes(object))).toList();
  }

  /** A ledger at whose commits something else happens. */
  private record Interfering(VerdictLedger inner, Commit commit) implements VerdictLedger {
    interface Commit {
      boolean commit(VerdictScope scope, ObjectVerdict verdict);
    }

    @Override
    public Optional<ObjectVerdict> find(DatasetName dataset, LocalDate ingestDate, String object, int contractVersion) {
      return inner.find(dataset, ingestDate, object, contractVersion);
    }

    @Override
    public List<ObjectVerdict> inScope(VerdictScope scope) {
      return inner.inScope(scope);
    }

    @Override
    public List<ObjectVerdict> ofDate(DatasetName dataset, LocalDate ingestDate) {
      return inner.ofDate(dataset, ingestDate);
    }

    @Override
    public boolean commit(VerdictScope scope, ObjectVerdict verdict) {
      return commit.commit(scope, verdict);
    }
  }
}
