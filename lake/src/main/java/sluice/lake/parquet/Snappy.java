package sluice.lake.parquet;

import java.io.IOException;

/** Snappy's raw format, as most Parquet of other people is packed; only the reading, which is short. */
final class Snappy implements PageReading.Unpacking {
  private static final int LITERAL = 0;
  private static final int LONGEST_SHORT_LITERAL = 60;

  @Override
  public void unpack(byte[] packed, byte[] plain) throws IOException {
    int at = afterLength(packed, plain.length);
    int to = 0;
    while (at < packed.length) {
      int tag = packed[at++] & 0xff;
      if ((tag & 3) == LITERAL) {
        int length = (tag >> 2) + 1;
        if (length > LONGEST_SHORT_LITERAL) {
          int bytes = length - LONGEST_SHORT_LITERAL;
          length = (int) number(packed, at, bytes) + 1;
          at += bytes;
        }
        System.arraycopy(packed, at, plain, to, length);
        at += length;
        to += length;
      } else {
        int bytes = (tag & 3) == 3 ? 4 : tag & 3;
        int length = (tag & 3) == 1 ? (tag >> 2 & 7) + 4 : (tag >> 2) + 1;
        int back = (int) number(packed, at, bytes) | ((tag & 3) == 1 ? tag >> 5 << 8 : 0);
        at += bytes;
        copy(plain, to, back, length);
        to += length;
      }
    }
    if (to != plain.length) {
      throw new IOException("a page has " + to + " bytes and claims " + plain.length);
    }
  }

  /** Byte by byte where the copy reaches into what it writes: that is how Snappy repeats. */
  private static void copy(byte[] plain, int to, int back, int length) throws IOException {
    if (back <= 0 || back > to) {
      throw new IOException("a page refers to what is not there");
    }
    if (back >= length) {
      System.arraycopy(plain, to - back, plain, to, length);
    } else {
      for (int at = to; at < to + length; at++) {
        plain[at] = plain[at - back];
      }
    }
  }

  private static int afterLength(byte[] packed, int claimed) throws IOException {
    long length = 0;
    for (int at = 0; at < 5; at++) {
      length |= (long) (packed[at] & 0x7f) << 7 * at;
      if (packed[at] >= 0) {
        if (length != claimed) {
          throw new IOException("a page has " + length + " bytes and claims " + claimed);
        }
        return at + 1;
      }
    }
    throw new IOException("a page's length has no end");
  }

  /** Little-endian; more than 2 GB becomes negative and is refused where it is used. */
  private static long number(byte[] packed, int from, int bytes) {
    long number = 0;
    for (int at = bytes - 1; at >= 0; at--) {
      number = number << 8 | packed[from + at] & 0xff;
    }
    return number;
  }
}
