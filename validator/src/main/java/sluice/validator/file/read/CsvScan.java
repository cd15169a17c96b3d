package sluice.validator.file.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds the next of two signs or a line end, eight bytes at a time. */
final class CsvScan {
  private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long NEWLINES = ONES * '\n';
  private static final long RETURNS = ONES * '\r';

  private final byte first;
  private final byte second;
  private final long firsts;
  private final long seconds;

  CsvScan(byte first, byte second) {
    this.first = first;
    this.second = second;
    firsts = ONES * first;
    seconds = ONES * second;
  }

  /** The place of the next special byte at or after {@code from}, or {@code end}. */
  int next(byte[] bytes, int from, int end) {
    int at = from;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      long eight = (long) EIGHT.get(bytes, at);
      // A byte that equals becomes 0; the lowest mark of "is 0" is exact, those above it need not be.
      long a = eight ^ firsts;
      long b = eight ^ seconds;
      long c = eight ^ NEWLINES;
      long d = eight ^ RETURNS;
      long marks = ((a - ONES) & ~a | (b - ONES) & ~b | (c - ONES) & ~c | (d - ONES) & ~d) & HIGHS;
      if (marks != 0) {
        return at + (Long.numberOfTrailingZeros(marks) >>> 3);
      }
    }
    while (at < end && bytes[at] != first && bytes[at] != second && bytes[at] != '\n' && bytes[at] != '\r') {
      at++;
    }
    return at;
  }
}
