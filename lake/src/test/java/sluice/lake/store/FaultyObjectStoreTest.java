package sluice.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sluice.lake.store.ObjectStoreContract.BYTES;
import static sluice.lake.store.ObjectStoreContract.REF;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultyObjectStoreTest {
  private static final byte[] HALF = Arrays.copyOf(BYTES, BYTES.length / 2);

  @TempDir Path folder;
  private FolderObjectStore inner;

  @BeforeEach
  void create() {
    inner = new FolderObjectStore(folder);
  }

  @Test
  void numbersEveryCall() {
    FaultyObjectStore store = FaultyObjectStore.counting(inner);
    store.putIfAbsent(REF, BYTES, Map.of());
    store.head(REF);
    store.list("sluice-raw", "raw/");
    store.copyIfAbsent(REF, new ObjectRef("b", "k"), Map.of());
    assertThat(store.calls()).containsExactly("putIfAbsent " + REF, "head " + REF, "list s3://sluice-raw/raw/",
        "copyIfAbsent " + REF + " s3://b/k");
  }

  @Test
  void crashesBeforeOrAfterTheCall() {
    assertThatThrownBy(() -> put(Injection.CRASH_BEFORE)).isInstanceOf(SimulatedCrash.class)
        .hasMessage("the process ended at call 1: putIfAbsent " + REF);
    assertThat(inner.head(REF)).isEmpty();
    assertThatThrownBy(() -> put(Injection.CRASH_AFTER)).isInstanceOf(SimulatedCrash.class);
    assertThat(inner.bytes(REF)).isEqualTo(BYTES);
  }

  @Test
  void nothingReachesTheStoreAfterACrash() {
    FaultyObjectStore store = FaultyObjectStore.failing(inner, 1, Injection.CRASH_BEFORE);
    assertThatThrownBy(() -> store.head(REF)).isInstanceOf(SimulatedCrash.class);
    assertThatThrownBy(() -> store.putIfAbsent(REF, BYTES, Map.of())).isInstanceOf(SimulatedCrash.class);
    assertThat(inner.head(REF)).isEmpty();
    assertThat(store.calls()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(value = Injection.class, names = {"UNAVAILABLE", "SHORT_WRITE"})
  void refusesACallAndKeepsNothing(Injection injection) {
    assertThatThrownBy(() -> put(injection)).isInstanceOf(StoreException.class);
    assertThat(inner.head(REF)).isEmpty();
  }

  @Test
  void losesOnlyTheAnswer() {
    assertThatThrownBy(() -> put(Injection.LOST_ANSWER)).hasMessage("no answer to putIfAbsent " + REF);
    assertThat(inner.bytes(REF)).isEqualTo(BYTES);
  }

  @Test
  void damagesWithoutAWord() {
    put(Injection.SILENT_DAMAGE);
    assertThat(inner.bytes(REF)).isEqualTo(HALF);
  }

  @Test
  void breaksAReadHalfWay() throws IOException {
    inner.putIfAbsent(REF, BYTES, Map.of());
    try (InputStream in = FaultyObjectStore.failing(inner, 1, Injection.SHORT_WRITE).open(REF)) {
      assertThat(in.readNBytes(HALF.length)).isEqualTo(HALF);
      assertThatThrownBy(in::read).isInstanceOf(StoreException.class).hasMessage("the connection broke while reading " + REF);
    }
  }

  @Test
  void onlyTheNumberedCallFails() {
    FaultyObjectStore store = FaultyObjectStore.failing(inner, 2, Injection.UNAVAILABLE);
    store.putIfAbsent(REF, BYTES, Map.of());
    assertThatThrownBy(() -> store.head(REF)).hasMessage("503 SlowDown answers head " + REF);
    assertThat(store.head(REF)).isPresent();
  }

  private void put(Injection injection) {
    FaultyObjectStore.failing(inner, 1, injection).putIfAbsent(REF, BYTES, Map.of());
  }
}
