package sluice.lake.parquet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;

/** Texts in Parquet's plain encoding: each behind its length in four bytes, the lowest first. */
final class PlainTexts {
  static final int LENGTH_BYTES = Integer.BYTES;
  private static final VarHandle LENGTH = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int FIRST_BYTES = 1 << 10;
  private static final int MOST_KEPT = 4 << 20;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int size;

  void add(byte[] source, int offset, int length) {
    int end = Math.addExact(size, LENGTH_BYTES + length);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(Math.multiplyExact(bytes.length, 2), end));
    }
    LENGTH.set(bytes, size, length);
    System.arraycopy(source, offset, bytes, size + LENGTH_BYTES, length);
    size = end;
  }

  int size() {
    return size;
  }

  /** Good until something is added. */
  BytesInput bytes() {
    return BytesInput.from(bytes, 0, size);
  }

  Extremes extremes() {
    Extremes extremes = new Extremes();
    for (int at = 0; at < size; ) {
      int length = (int) LENGTH.get(bytes, at);
      extremes.offer(bytes, at + LENGTH_BYTES, length);
      at += LENGTH_BYTES + length;
    }
    return extremes;
  }

  /** Room for a page is kept; what one large value took is given back. */
  void clear() {
    bytes = bytes.length > MOST_KEPT ? new byte[FIRST_BYTES] : bytes;
    size = 0;
  }
}
