package sluice.extractors.kit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.extractors.kit.Budget;
import sluice.extractors.kit.ManualBudget;
import sluice.lake.store.FaultyObjectStore;
import sluice.lake.store.Injection;
import sluice.lake.store.SimulatedCrash;
import sluice.lake.store.StoreException;

/**
 * Lets every single call to the store go wrong in every way, repeats the same command without the fault, and compares
 * with a twin that never failed.
 */
class ExtractionFaultSweepTest {
  private static final Budget AMPLE = ManualBudget.ample();
  /** A store that lies about a success cannot be seen by its writer; the gate finds it by the hash. */
  private static final Set<Injection> VISIBLE = EnumSet.complementOf(EnumSet.of(Injection.SILENT_DAMAGE));

  private final AtomicInteger world = new AtomicInteger();
  @TempDir Path folder;

  @Test
  void afterAnyFaultTheSameCommandEndsInTheSameObjects() throws IOException {
    sweep(new NumberSource(1_200, 500), AMPLE);
  }

  @Test
  void afterAnyFaultInAnyLegTheSameCommandEndsInTheSameObjects() throws IOException {
    sweep(new NumberSource(60, 20), () -> Duration.ZERO);
  }

  private void sweep(NumberSource source, Budget budget) throws IOException {
    RawZone twin = zone();
    FaultyObjectStore counted = FaultyObjectStore.counting(twin.store);
    twin.runToTheEnd(counted, source, budget);
    assertThat(twin.manifest().parts()).as("several parts, else there is nothing between them").hasSizeGreaterThan(2);
    for (int call = 1; call <= counted.calls().size(); call++) {
      for (Injection injection : VISIBLE) {
        RawZone zone = zone();
        boolean failed = runsIntoTheFault(zone, FaultyObjectStore.failing(zone.store, call, injection), source, budget);
        if (failed) {
          assertManifestIsTrue(zone);
          zone.runToTheEnd(zone.store, source, budget);
        }
        assertThat(zone.objects()).as("%s at call %s: %s", injection, call, counted.calls().get(call - 1)).isEqualTo(twin.objects());
        assertThat(zone.leftovers()).isEmpty();
      }
    }
  }

  private static boolean runsIntoTheFault(RawZone zone, FaultyObjectStore faulty, NumberSource source, Budget budget) throws IOException {
    try {
      zone.runToTheEnd(faulty, source, budget);
      return false;
    } catch (SimulatedCrash | StoreException fault) {
      return true;
    }
  }

  /** Whatever happened: if there is a manifest, all that it names is there and whole. */
  private static void assertManifestIsTrue(RawZone zone) {
    if (zone.objects().keySet().stream().anyMatch(key -> key.endsWith("_manifest.json"))) {
      assertThat(zone.ids()).isNotEmpty();
    }
  }

  private RawZone zone() {
    return new RawZone(folder.resolve("world-" + world.incrementAndGet()), 20_000);
  }
}
