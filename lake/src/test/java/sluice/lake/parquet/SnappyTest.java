package sluice.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SnappyTest {
  @Test
  void readsLiteralsAndCopiesOfEveryKind() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    packed.writeBytes(new byte[] {26, 4 << 2 & 0xff, 'a', 'b', 'c', 'd', 'e'}); // five letters as they are
    packed.writeBytes(new byte[] {1 | (6 - 4) << 2, 5}); // six from five back: reaches into itself
    packed.writeBytes(new byte[] {2 | (5 - 1) << 2, 11, 0}); // five from eleven back
    packed.writeBytes(new byte[] {3 | (5 - 1) << 2, 1, 0, 0, 0}); // the last letter five times
    packed.writeBytes(new byte[] {(byte) (60 << 2), 4, 'v', 'w', 'x', 'y', 'z'}); // a literal with a length of its own
    byte[] plain = new byte[26];
    new Snappy().unpack(packed.toByteArray(), plain);
    assertThat(new String(plain, StandardCharsets.US_ASCII)).isEqualTo("abcde" + "abcdea" + "abcde" + "eeeee" + "vwxyz");
  }

  @Test
  void refusesWhatLiesAboutItsLength() {
    assertThatThrownBy(() -> new Snappy().unpack(new byte[] {5, 4, 'a', 'b'}, new byte[9]))
        .isInstanceOf(IOException.class).hasMessage("a page has 5 bytes and claims 9");
  }

  @Test
  void refusesACopyOfWhatIsNotThere() {
    assertThatThrownBy(() -> new Snappy().unpack(new byte[] {4, 1, 9}, new byte[4])).hasMessage("a page refers to what is not there");
  }

  @Test
  void endsOnAnyBytesWithTheTextOrAFault() {
    Random random = new Random(11);
    for (int round = 0; round < 20_000; round++) {
      byte[] packed = new byte[random.nextInt(40)];
      random.nextBytes(packed);
      try {
        new Snappy().unpack(packed, new byte[random.nextInt(64)]);
      } catch (IOException | IndexOutOfBoundsException expected) {
        assertThat(expected).isNotNull();
      }
    }
  }
}
