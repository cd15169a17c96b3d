package sluice.extractors.kit.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StrictUtf8Test {

  @Test
  void everyCharacterOfUnicodeIsAcceptedAtAnyPlaceInAWord() throws BadPageException {
    for (int point = 1; point <= Character.MAX_CODE_POINT; point++) {
      if (!Character.isBmpCodePoint(point) || !Character.isSurrogate((char) point)) {
        String text = "x".repeat(2 + point % 9) + Character.toString(point);
        assertThat(StrictUtf8.check(text.getBytes(StandardCharsets.UTF_8))).isZero();
      }
    }
  }

  @Test
  void everyPairOfBytesIsJudgedAsTheJdkDoes() {
    for (int first = 0; first < 256; first++) {
      for (int second = 0; second < 256; second++) {
        assertSameAsJdk(new byte[] {'a', 'b', (byte) first, (byte) second});
        assertSameAsJdk(new byte[] {'a', 'b', (byte) first, (byte) second, (byte) 0x80});
        assertSameAsJdk(new byte[] {'a', 'b', (byte) first, (byte) second, (byte) 0xBF, (byte) 0x80});
      }
    }
  }

  @Test
  void randomDamageIsJudgedAsTheJdkDoes() {
    Random random = new Random(7);
    byte[] text = "zażółć gęślą jaźń € 🚀 plain text".getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 50_000; i++) {
      byte[] damaged = Arrays.copyOf(text, text.length - random.nextInt(4));
      damaged[2 + random.nextInt(damaged.length - 2)] = (byte) random.nextInt(256);
      assertSameAsJdk(damaged);
    }
  }

  private static void assertSameAsJdk(byte[] bytes) {
    boolean expected;
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      expected = true;
    } catch (CharacterCodingException e) {
      expected = false;
    }
    boolean found;
    try {
      StrictUtf8.check(bytes);
      found = true;
    } catch (BadPageException e) {
      found = false;
    }
    if (found != expected) {
      throw new AssertionError("expected " + expected + " for " + java.util.HexFormat.of().formatHex(bytes));
    }
  }
}
