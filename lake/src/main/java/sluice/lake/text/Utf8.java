package sluice.lake.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Strict UTF-8 as the Unicode standard has it: no overlong forms, no surrogates, nothing above U+10FFFF.
 *
 * <p>Java's own decoder is as strict, but only brings forth characters, which nobody here needs.
 */
public final class Utf8 {
  private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private Utf8() {}

  /** Whether there is any byte that is neither plain ASCII nor harmless: above 0x7f, or 0. About 8 bytes a cycle. */
  public static boolean isSuspect(byte[] bytes, int from, int to) {
    long found = 0;
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long eight = (long) EIGHT.get(bytes, at);
      found |= eight | (eight - ONES) & ~eight;
    }
    for (; at < to; at++) {
      found |= bytes[at] <= 0 ? HIGHS : 0;
    }
    return (found & HIGHS) != 0;
  }

  /** Where the first byte stands that cannot be part of UTF-8, or -1. */
  public static int fault(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      if (at + Long.BYTES <= to && ((long) EIGHT.get(bytes, at) & HIGHS) == 0) {
        at += Long.BYTES;
        continue;
      }
      int size = size(bytes, at, to);
      if (size == 0) {
        return at;
      }
      at += size;
    }
    return -1;
  }

  /** How many bytes the character at a place takes; 0 where there is none. */
  private static int size(byte[] bytes, int at, int to) {
    int first = bytes[at] & 0xff;
    if (first < 0x80) {
      return 1;
    }
    if (first < 0xc2) {
      return 0; // a continuation, or an overlong form of ASCII
    }
    if (first < 0xe0) {
      return follows(bytes, at + 1, to, 1, 0x80, 0xbf) ? 2 : 0;
    }
    if (first < 0xf0) {
      int least = first == 0xe0 ? 0xa0 : 0x80; // below: overlong
      int most = first == 0xed ? 0x9f : 0xbf; // above: surrogates
      return follows(bytes, at + 1, to, 2, least, most) ? 3 : 0;
    }
    int least = first == 0xf0 ? 0x90 : 0x80;
    int most = first == 0xf4 ? 0x8f : 0xbf;
    return first <= 0xf4 && follows(bytes, at + 1, to, 3, least, most) ? 4 : 0;
  }

  private static boolean follows(byte[] bytes, int at, int to, int count, int least, int most) {
    if (to - at < count || (bytes[at] & 0xff) < least || (bytes[at] & 0xff) > most) {
      return false;
    }
    for (int next = at + 1; next < at + count; next++) {
      if ((bytes[next] & 0xc0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  /**
   * Encodes characters into {@code target}, which has room for three bytes each.
   *
   * @return where the text ends, or -1 where a surrogate stands alone
   */
  public static int encode(char[] chars, int offset, int length, byte[] target, int start) {
    int to = start;
    int end = offset + length;
    for (int at = offset; at < end; at++) {
      char sign = chars[at];
      if (sign < 0x80) {
        target[to++] = (byte) sign;
      } else if (sign < 0x800) {
        target[to++] = (byte) (0xc0 | sign >> 6);
        target[to++] = (byte) (0x80 | sign & 0x3f);
      } else if (!Character.isSurrogate(sign)) {
        target[to++] = (byte) (0xe0 | sign >> 12);
        target[to++] = (byte) (0x80 | sign >> 6 & 0x3f);
        target[to++] = (byte) (0x80 | sign & 0x3f);
      } else if (at + 1 < end && Character.isSurrogatePair(sign, chars[at + 1])) {
        int point = Character.toCodePoint(sign, chars[++at]);
        target[to++] = (byte) (0xf0 | point >> 18);
        target[to++] = (byte) (0x80 | point >> 12 & 0x3f);
        target[to++] = (byte) (0x80 | point >> 6 & 0x3f);
        target[to++] = (byte) (0x80 | point & 0x3f);
      } else {
        return -1;
      }
    }
    return to;
  }
}
