package sluice.validator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sluice.lake.parquet.RowsInMemory;
import sluice.lake.store.FaultyObjectStore;
import sluice.lake.store.Injection;

/** Whatever goes wrong at whichever call of the store, asking again ends like a run that never failed. */
class GateFaultsTest {
  private static final RowsInMemory ADVERTS =
      new RowsInMemory(List.of("id", "title"), List.of(List.of("a1", "Analyst"), List.of("a2", "Engineer")));

  @Test
  void readsTheManifestAndTheObjectOnceAndWritesOnce(@TempDir Path root) throws Exception {
    assertThat(callsOfAGoodRun(root)).hasSize(4);
  }

  @ParameterizedTest
  @EnumSource(value = Injection.class, mode = EnumSource.Mode.EXCLUDE, names = "SILENT_DAMAGE")
  void endsLikeItsTwinWhenAskedAgain(Injection injection, @TempDir Path root) throws Exception {
    GateBench twin = bench(root.resolve("twin"));
    Verdict expected = twin.judge(0);
    byte[] bytes = onlyValidated(twin);
    for (int call = 1; call <= callsOfAGoodRun(root.resolve("counting")).size(); call++) {
      GateBench bench = bench(root.resolve(injection + "-" + call));
      bench.writeManifest();
      FaultyObjectStore faulty = FaultyObjectStore.failing(bench.folder, call, injection);
      catchThrowable(() -> bench.judge(faulty, 0));
      assertThat(bench.judge(0)).as("call %d", call).isEqualTo(expected);
      assertThat(onlyValidated(bench)).as("call %d", call).isEqualTo(bytes);
    }
  }

  @Test
  void refusesAnObjectThatWasDamagedOnItsWay(@TempDir Path root) throws Exception {
    GateBench bench = bench(root);
    bench.writeManifest();
    // The second call reads the object; half of it arrives and no error tells.
    Verdict verdict = bench.judge(FaultyObjectStore.failing(bench.folder, 2, Injection.SILENT_DAMAGE), 0);
    assertThat(verdict).isInstanceOfSatisfying(Verdict.Quarantined.class,
        refused -> assertThat(refused.reason()).isEqualTo(Reason.HASH_MISMATCH));
  }

  private static List<String> callsOfAGoodRun(Path root) throws Exception {
    GateBench bench = bench(root);
    bench.writeManifest();
    FaultyObjectStore counting = FaultyObjectStore.counting(bench.folder);
    bench.judge(counting, 0);
    return counting.calls();
  }

  private static GateBench bench(Path root) throws Exception {
    GateBench bench = new GateBench(root);
    bench.part(ADVERTS);
    return bench;
  }

  private static byte[] onlyValidated(GateBench bench) {
    var found = bench.folder.list("validated-bucket", "");
    assertThat(found).hasSize(1);
    return bench.folder.bytes(found.getFirst());
  }
}
