package sluice.lake.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a stage sweeps its faults, on the smallest commit there is: two parts, then the manifest that names them. */
class FaultSweepExampleTest {
  private static final ObjectRef FIRST = new ObjectRef("b", "part-0");
  private static final ObjectRef SECOND = new ObjectRef("b", "part-1");
  private static final ObjectRef MANIFEST = new ObjectRef("b", "manifest");

  @TempDir Path folder;

  @Test
  void partsBeforeTheManifestSurviveEveryFault() throws IOException {
    assertThat(broken(store -> {
      put(store, FIRST);
      put(store, SECOND);
      put(store, MANIFEST);
    })).isEmpty();
  }

  @Test
  void theSweepCatchesAManifestThatIsWrittenFirst() throws IOException {
    assertThat(broken(store -> {
      put(store, MANIFEST);
      put(store, FIRST);
      put(store, SECOND);
    })).contains("CRASH_AFTER at 1", "CRASH_BEFORE at 2", "UNAVAILABLE at 3");
  }

  /** Every fault after which a reader could see a manifest without its parts, or that a clean second run does not mend. */
  private List<String> broken(Consumer<ObjectStore> commit) throws IOException {
    FaultyObjectStore counting = FaultyObjectStore.counting(store("twin"));
    commit.accept(counting);
    List<String> broken = new ArrayList<>();
    for (int call = 1; call <= counting.calls().size(); call++) {
      for (Injection injection : Injection.values()) {
        if (injection == Injection.SILENT_DAMAGE) {
          continue; // needs hashes in the manifest, which this example has not
        }
        FolderObjectStore inner = store(injection + "-" + call);
        try {
          commit.accept(FaultyObjectStore.failing(inner, call, injection));
        } catch (StoreException | SimulatedCrash expected) {
          // the run failed visibly; what it left behind is judged below
        }
        boolean whole = isWhole(inner);
        commit.accept(inner);
        if (!whole || !isWhole(inner) || inner.head(MANIFEST).isEmpty()) {
          broken.add(injection + " at " + call);
        }
      }
    }
    return broken;
  }

  private static boolean isWhole(ObjectStore store) {
    return store.head(MANIFEST).isEmpty() || store.head(FIRST).isPresent() && store.head(SECOND).isPresent();
  }

  private FolderObjectStore store(String name) throws IOException {
    return new FolderObjectStore(Files.createDirectories(folder.resolve(name)));
  }

  private static void put(ObjectStore store, ObjectRef ref) {
    store.putIfAbsent(ref, ref.key().getBytes(StandardCharsets.UTF_8), Map.of());
  }
}
