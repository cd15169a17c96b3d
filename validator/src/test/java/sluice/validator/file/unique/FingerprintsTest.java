package sluice.validator.file.unique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsTest {
  @TempDir Path folder;

  @Test
  void hashesAsThePublishedMurmur() {
    Murmur murmur = new Murmur();
    byte[] text = "The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.US_ASCII);
    murmur.hash(text, 0, text.length, 0);
    assertThat(murmur.high()).isEqualTo(0xe34bbc7bbc071b6cL);
    assertThat(murmur.low()).isEqualTo(0x7a433ca9c49a9347L);
  }

  @Test
  void theSetKnowsWhatItTookUntilItIsFull() {
    Random random = new Random(3);
    for (long bytes : new long[] {0, 100, 5_000, 1_000_000}) {
      FingerprintSet set = new FingerprintSet(bytes);
      Set<Long> taken = new HashSet<>();
      for (int entry = 0; entry < 40_000; entry++) {
        long high = random.nextInt(20_000);
        FingerprintSet.Outcome outcome = set.add(high, high * 0x9E3779B97F4A7C15L);
        assertThat(outcome == FingerprintSet.Outcome.KNOWN).isEqualTo(taken.contains(high));
        if (outcome == FingerprintSet.Outcome.NEW) {
          taken.add(high);
        }
      }
      // Two thirds of the bytes, three quarters of the slots, give or take one doubling.
      assertThat((long) taken.size()).isBetween(Math.min(20_000, bytes / 64), Math.max(0, bytes / 16));
    }
  }

  @Test
  void theFileIsSortedAndFindsWhatIsInIt() throws IOException {
    Random random = new Random(4);
    Path file = folder.resolve("prints");
    Set<Fingerprint> prints = new TreeSet<>();
    try (Uniqueness uniqueness = new Uniqueness(Seen.NONE, folder, 10_000)) {
      for (int row = 0; row < 5_000; row++) {
        // Half of them stand close together, as no hash would put them.
        long high = row % 2 == 0 ? random.nextLong() : row;
        Fingerprint print = new Fingerprint(random.nextLong(), row, high, random.nextLong());
        prints.add(print);
        assertThat(uniqueness.ask(row + 1, print.keyHigh(), print.keyLow(), print.contentHigh(), print.contentLow()))
            .isNotEqualTo(Uniqueness.Answer.REPEATED);
      }
      assertThat(uniqueness.finish(file).isEmpty()).isTrue();
    }
    FingerprintFile found = new FingerprintFile(file);
    assertThat(found.size()).isEqualTo(5_000);
    long entry = 0;
    for (Fingerprint print : prints) {
      assertThat(found.get(entry++)).isEqualTo(print);
      assertThat(found.contains(print.keyHigh(), print.keyLow(), print.contentHigh(), print.contentLow())).isTrue();
      assertThat(found.contains(print.keyHigh(), print.keyLow(), print.contentHigh(), print.contentLow() + 1)).isFalse();
    }
    Files.write(file, new byte[33]);
    assertThatThrownBy(() -> new FingerprintFile(file)).hasMessage("prints is no file of fingerprints: 33 bytes are not whole entries of 32");
  }
}
