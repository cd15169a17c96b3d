package sluice.lake.parquet;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;

/** One row while it is visited; the bytes it gives are the reader's own and must not be changed. */
public final class Row {
  private final byte[][] arrays;
  private final int[] offsets;
  private final int[] lengths;
  private long number;

  Row(int width) {
    arrays = new byte[width][];
    offsets = new int[width];
    lengths = new int[width];
  }

  /** Place in the file, from 1. */
  public long number() {
    return number;
  }

  public int width() {
    return arrays.length;
  }

  public boolean isNull(int column) {
    return arrays[column] == null;
  }

  /** The value as text, or null; bytes that are not UTF-8 become replacement signs. */
  public String value(int column) {
    return isNull(column) ? null : new String(arrays[column], offsets[column], lengths[column], StandardCharsets.UTF_8);
  }

  /** The array that holds the value's bytes, or null. */
  public byte[] array(int column) {
    return arrays[column];
  }

  public int offset(int column) {
    return offsets[column];
  }

  public int length(int column) {
    return lengths[column];
  }

  /** Adds the value to another file's column; a null stays a null. */
  public void copy(int column, RowSink sink, int target) {
    if (!isNull(column)) {
      sink.add(target, arrays[column], offsets[column], lengths[column]);
    }
  }

  void clear() {
    Arrays.fill(arrays, null);
    number++;
  }

  void set(int column, Binary value) {
    var bytes = value.toByteBuffer();
    if (bytes.hasArray()) {
      arrays[column] = bytes.array();
      offsets[column] = bytes.arrayOffset() + bytes.position();
    } else {
      arrays[column] = value.getBytesUnsafe();
      offsets[column] = 0;
    }
    lengths[column] = value.length();
  }
}
