package sluice.extractors.kit.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import sluice.extractors.kit.Fault;

/**
 * Lets only well-formed UTF-8 through, as the Unicode standard's table 3-7 has it.
 *
 * <p>Jackson decodes overlong forms and encoded surrogates without a word, and nested values are copied as bytes: what
 * is malformed here would be malformed text in the raw zone.
 */
final class StrictUtf8 {
  private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long NOT_ASCII = 0x8080808080808080L;

  private StrictUtf8() {}

  /** Where the text begins: after a byte order mark, if there is one. */
  static int check(byte[] bytes) throws BadPageException {
    if (bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0)) {
      throw new BadPageException(Fault.MALFORMED_JSON, "is not UTF-8: it looks like UTF-16 or UTF-32");
    }
    int at = 0;
    while (at < bytes.length) {
      if (at + Long.BYTES <= bytes.length && ((long) LONGS.get(bytes, at) & NOT_ASCII) == 0) {
        at += Long.BYTES;
      } else if (bytes[at] >= 0) {
        at++;
      } else {
        int length = sequence(bytes, at);
        if (length == 0) {
          throw new BadPageException(Fault.MALFORMED_JSON, "is not UTF-8: byte %,d cannot be decoded".formatted(at + 1));
        }
        at += length;
      }
    }
    boolean mark = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
    return mark ? 3 : 0;
  }

  /** How many bytes the character has that begins here; 0 if none does. */
  private static int sequence(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    int second = at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0;
    return switch (lead >> 4) {
      case 0xC, 0xD -> lead >= 0xC2 && continues(second) ? 2 : 0;
      case 0xE -> {
        // Below A0 the form would be overlong, above 9F after ED half of a surrogate pair.
        boolean fits = lead == 0xE0 ? second >= 0xA0 : lead != 0xED || second <= 0x9F;
        yield fits && continues(second) && continues(bytes, at + 2) ? 3 : 0;
      }
      case 0xF -> {
        boolean fits = lead == 0xF0 ? second >= 0x90 : lead < 0xF4 || lead == 0xF4 && second <= 0x8F;
        yield fits && continues(second) && continues(bytes, at + 2) && continues(bytes, at + 3) ? 4 : 0;
      }
      default -> 0;
    };
  }

  private static boolean continues(byte[] bytes, int at) {
    return at < bytes.length && continues(bytes[at] & 0xFF);
  }

  private static boolean continues(int value) {
    return value >> 6 == 0b10;
  }
}
