package sluice.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sluice.lake.Race;

/** What every object store promises, the one for tests as well as the real one. */
abstract class ObjectStoreContract {
  static final ObjectRef REF = new ObjectRef("sluice-raw", "raw/orders/part-1");
  static final byte[] BYTES = "some bytes".getBytes(StandardCharsets.UTF_8);
  static final byte[] OTHERS = "other bytes".getBytes(StandardCharsets.UTF_8);

  static final String LANDING = "sluice-landing";
  static final String QUARANTINE = "sluice-quarantine";
  static final String CURATED = "sluice-curated";

  @TempDir Path folder;

  abstract ObjectStore store();

  /** As a producer's upload into the versioned landing bucket; returns the version. */
  abstract String drop(ObjectRef ref, byte[] bytes);

  @Test
  void givesBackWhatWasPut() throws IOException {
    store().putIfAbsent(REF, BYTES, Map.of("run-id", "r 1"));
    try (InputStream in = store().open(REF)) {
      assertThat(in.readAllBytes()).isEqualTo(BYTES);
    }
    StoredObject found = store().head(REF).orElseThrow();
    assertThat(found.bytes()).isEqualTo(BYTES.length);
    assertThat(found.metadata()).isEqualTo(Map.of("run-id", "r 1"));
  }

  @Test
  void takesAFile() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[300_000]);
    store().putIfAbsent(REF, file, Map.of());
    assertThat(store().head(REF).orElseThrow().bytes()).isEqualTo(300_000);
  }

  @Test
  void takesTheSameBytesAgainAsOurOwnRetry() throws IOException {
    Path file = Files.write(folder.resolve("file"), BYTES);
    store().putIfAbsent(REF, BYTES, Map.of());
    store().putIfAbsent(REF, BYTES, Map.of());
    store().putIfAbsent(REF, file, Map.of());
    assertThat(read(REF)).isEqualTo(BYTES);
  }

  @Test
  void neverOverwritesOtherBytes() throws IOException {
    store().putIfAbsent(REF, BYTES, Map.of());
    assertThatThrownBy(() -> store().putIfAbsent(REF, OTHERS, Map.of()))
        .isInstanceOf(ConflictException.class)
        .hasMessage("s3://sluice-raw/raw/orders/part-1 exists with other bytes; expected no object or the same bytes");
    assertThat(read(REF)).isEqualTo(BYTES);
  }

  @Test
  void aBeginningIsNotTheSameBytes() {
    store().putIfAbsent(REF, BYTES, Map.of());
    assertThatThrownBy(() -> store().putIfAbsent(REF, "some".getBytes(StandardCharsets.UTF_8), Map.of()))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> store().putIfAbsent(REF, "some bytes more".getBytes(StandardCharsets.UTF_8), Map.of()))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void ofSeveralWithOtherBytesAtOnceOneWins() throws IOException {
    List<Optional<byte[]>> won = Race.of(number -> {
      byte[] mine = ("bytes of " + number).getBytes(StandardCharsets.UTF_8);
      try {
        store().putIfAbsent(REF, mine, Map.of());
        return Optional.of(mine);
      } catch (ConflictException lost) {
        return Optional.empty();
      }
    });
    assertThat(won.stream().flatMap(Optional::stream)).containsExactly(read(REF));
  }

  @Test
  void ofSeveralWithTheSameBytesAtOnceAllSucceed() throws IOException {
    Race.of(number -> {
      store().putIfAbsent(REF, BYTES, Map.of());
      return number;
    });
    assertThat(read(REF)).isEqualTo(BYTES);
  }

  @Test
  void saysWhatIsNotThere() {
    assertThat(store().head(REF)).isEmpty();
    assertThatThrownBy(() -> store().open(REF))
        .isInstanceOf(MissingObjectException.class)
        .hasMessage("no object at s3://sluice-raw/raw/orders/part-1");
    assertThatThrownBy(() -> store().copyIfAbsent(REF, new ObjectRef(QUARANTINE, "k"), Map.of()))
        .isInstanceOf(MissingObjectException.class);
  }

  @Test
  void readsTheVersionThatIsAskedFor() throws IOException {
    ObjectRef odd = new ObjectRef(LANDING, "orders/ą b+%2B/../x.csv");
    String older = drop(odd, BYTES);
    String newer = drop(odd, OTHERS);
    try (InputStream first = store().open(odd, older); InputStream second = store().open(odd, newer)) {
      assertThat(first.readAllBytes()).isEqualTo(BYTES);
      assertThat(second.readAllBytes()).isEqualTo(OTHERS);
    }
    String ofAnother = drop(new ObjectRef(LANDING, "orders/another.csv"), BYTES);
    assertThatThrownBy(() -> store().open(odd, ofAnother))
        .isInstanceOf(MissingObjectException.class)
        .hasMessage("no version " + ofAnother + " of s3://sluice-landing/orders/ą b+%2B/../x.csv");
  }

  @Test
  void listsAllPagesOfAPrefixSorted() {
    IntStream.of(5, 3, 8, 1, 7, 2, 6, 4).forEach(i -> store().putIfAbsent(new ObjectRef(CURATED, "in/" + i), BYTES, Map.of()));
    store().putIfAbsent(new ObjectRef(CURATED, "inside"), BYTES, Map.of());
    store().putIfAbsent(new ObjectRef(QUARANTINE, "in/9"), BYTES, Map.of());
    assertThat(store().list(CURATED, "in/")).extracting(ObjectRef::key)
        .containsExactly("in/1", "in/2", "in/3", "in/4", "in/5", "in/6", "in/7", "in/8");
    assertThat(store().list(CURATED, "")).hasSize(9);
    assertThat(store().list(CURATED, "nothing/")).isEmpty();
  }

  @Test
  void copiesBytesAndGivesThemNewMetadata() throws IOException {
    ObjectRef copy = new ObjectRef(QUARANTINE, "quarantine/orders/part-1");
    store().putIfAbsent(REF, BYTES, Map.of("a", "1"));
    store().copyIfAbsent(REF, copy, Map.of("b", "2"));
    store().copyIfAbsent(REF, copy, Map.of("b", "2"));
    assertThat(read(copy)).isEqualTo(BYTES);
    assertThat(store().head(copy).orElseThrow().metadata()).isEqualTo(Map.of("b", "2"));
  }

  @Test
  void neverCopiesOverOtherBytes() {
    ObjectRef taken = new ObjectRef(QUARANTINE, "taken");
    store().putIfAbsent(REF, BYTES, Map.of());
    store().putIfAbsent(taken, OTHERS, Map.of());
    assertThatThrownBy(() -> store().copyIfAbsent(REF, taken, Map.of())).isInstanceOf(ConflictException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a+b", "a%2Bb", "a b", "ą/ć", "a&b=c?d#e", "a/../b", "ends/", "a", "a/b/c.d"})
  void takesOddKeysAsTheyAre(String key) throws IOException {
    ObjectRef odd = new ObjectRef(CURATED, key);
    store().putIfAbsent(odd, key.getBytes(StandardCharsets.UTF_8), Map.of());
    assertThat(read(odd)).isEqualTo(key.getBytes(StandardCharsets.UTF_8));
    assertThat(store().list(CURATED, key)).containsExactly(odd);
  }

  @Test
  void refusesMetadataThatWouldChangeOnItsWay() {
    assertThatThrownBy(() -> store().putIfAbsent(REF, BYTES, Map.of("Run", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("metadata key: expected lower-case letters, digits and -, found Run");
    assertThatThrownBy(() -> store().putIfAbsent(REF, BYTES, Map.of("run", "łódź")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("metadata run: expected printable ASCII, found another text");
  }

  final byte[] read(ObjectRef ref) throws IOException {
    try (InputStream in = store().open(ref)) {
      return in.readAllBytes();
    }
  }
}
