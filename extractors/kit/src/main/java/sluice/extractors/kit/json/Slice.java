package sluice.extractors.kit.json;

import java.util.Arrays;

/** Bytes that grow and are reused, so that a value costs no object. */
final class Slice {
  private byte[] bytes = new byte[1024];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  void add(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  void add(char ascii) {
    room(1);
    bytes[length++] = (byte) ascii;
  }

  /** Adds characters as UTF-8; half of a surrogate pair, which has no UTF-8, becomes U+FFFD. */
  void add(char[] chars, int offset, int count) {
    room(count);
    int all = 0;
    for (int i = 0; i < count; i++) {
      char c = chars[offset + i];
      all |= c;
      bytes[length + i] = (byte) c;
    }
    if (all < 0x80) {
      length += count;
    } else {
      addEncoded(chars, offset, count);
    }
  }

  /**
   * Adds JSON as it stands, without the white space between its tokens: numbers keep every digit and strings their
   * escapes, whatever a parser would make of them.
   */
  void addCompact(byte[] json, int from, int to) {
    room(to - from);
    boolean inString = false;
    for (int i = from; i < to; i++) {
      byte b = json[i];
      if (inString) {
        bytes[length++] = b;
        if (b == '\\') {
          bytes[length++] = json[++i];
        } else if (b == '"') {
          inString = false;
        }
      } else if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        bytes[length++] = b;
        inString = b == '"';
      }
    }
  }

  private void addEncoded(char[] chars, int offset, int count) {
    room(3 * count);
    int end = offset + count;
    for (int i = offset; i < end; i++) {
      char c = chars[i];
      if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else if (c < 0x800) {
        bytes[length++] = (byte) (0xC0 | c >> 6);
        bytes[length++] = (byte) (0x80 | c & 0x3F);
      } else if (Character.isHighSurrogate(c) && i + 1 < end && Character.isLowSurrogate(chars[i + 1])) {
        int point = Character.toCodePoint(c, chars[++i]);
        bytes[length++] = (byte) (0xF0 | point >> 18);
        bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
        bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | point & 0x3F);
      } else {
        char kept = Character.isSurrogate(c) ? '\uFFFD' : c;
        bytes[length++] = (byte) (0xE0 | kept >> 12);
        bytes[length++] = (byte) (0x80 | kept >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | kept & 0x3F);
      }
    }
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
