package sluice.lake.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;

/** The least and the greatest of some texts by their unsigned bytes, which is Parquet's order and that of Unicode. */
final class Extremes {
  private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] least;
  private int leastStart;
  private int leastLength;
  private long leastHead;
  private byte[] greatest;
  private int greatestStart;
  private int greatestLength;
  private long greatestHead;

  /** The bytes are not copied: they stay as they are until {@link #statistics}. */
  void offer(byte[] source, int start, int length) {
    long head = head(source, start, length);
    if (least == null || isLess(head, source, start, length, leastHead, least, leastStart, leastLength)) {
      least = source;
      leastStart = start;
      leastLength = length;
      leastHead = head;
    }
    if (greatest == null || isLess(greatestHead, greatest, greatestStart, greatestLength, head, source, start, length)) {
      greatest = source;
      greatestStart = start;
      greatestLength = length;
      greatestHead = head;
    }
  }

  Statistics<?> statistics(PrimitiveType type, int nulls) {
    Statistics<?> statistics = Statistics.createStats(type);
    statistics.incrementNumNulls(nulls);
    if (least != null) {
      statistics.updateStats(Binary.fromReusedByteArray(least, leastStart, leastLength));
      statistics.updateStats(Binary.fromReusedByteArray(greatest, greatestStart, greatestLength));
    }
    return statistics;
  }

  /** The first eight bytes, as if zeros followed a shorter text: mostly they decide, and else the whole text does. */
  private static long head(byte[] source, int start, int length) {
    if (length >= Long.BYTES) {
      return (long) EIGHT.get(source, start);
    }
    long head = 0;
    for (int at = 0; at < length; at++) {
      head |= (source[start + at] & 0xffL) << Long.SIZE - Byte.SIZE * (at + 1);
    }
    return head;
  }

  private static boolean isLess(
      long head, byte[] source, int start, int length, long otherHead, byte[] other, int otherStart, int otherLength) {
    return head == otherHead
        ? Arrays.compareUnsigned(source, start, start + length, other, otherStart, otherStart + otherLength) < 0
        : Long.compareUnsigned(head, otherHead) < 0;
  }
}
