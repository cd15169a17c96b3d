package sluice.validator.file.unique;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import sluice.lake.contract.Contract;
import sluice.validator.file.read.Fields;

/**
 * Takes the fingerprint of a row from the texts of the contract's columns in their order, before any personal value is
 * treated. Each text goes in behind its length, and a null as a length of -1, so that no two rows share one form.
 */
public final class RowPrint {
  private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int SEED = 0;

  private final int width;
  private final int[] key;
  private final int[] starts;
  private final Murmur content = new Murmur();
  private final Murmur keys = new Murmur();
  private byte[] form = new byte[1 << 10];

  public RowPrint(Contract contract) {
    List<String> names = contract.columnNames();
    width = names.size();
    key = contract.key().stream().mapToInt(names::indexOf).toArray();
    starts = new int[width + 1];
  }

  public void take(Fields row) {
    int end = 0;
    for (int column = 0; column < width; column++) {
      starts[column] = end;
      end = append(row, column, end);
    }
    starts[width] = end;
    content.hash(form, 0, end, SEED);
    int keyEnd = end;
    for (int column : key) {
      int length = starts[column + 1] - starts[column];
      room(keyEnd, length);
      System.arraycopy(form, starts[column], form, keyEnd, length);
      keyEnd += length;
    }
    keys.hash(form, end, keyEnd - end, SEED);
  }

  private int append(Fields row, int column, int at) {
    int length = row.length(column);
    room(at, Integer.BYTES + Math.max(0, length));
    FOUR.set(form, at, Math.max(Fields.NULL, length));
    if (length <= 0) {
      return at + Integer.BYTES;
    }
    System.arraycopy(row.bytes(column), row.start(column), form, at + Integer.BYTES, length);
    return at + Integer.BYTES + length;
  }

  private void room(int at, int more) {
    if (form.length - at < more) {
      form = Arrays.copyOf(form, Math.max(Math.multiplyExact(form.length, 2), Math.addExact(at, more)));
    }
  }

  public long keyHigh() {
    return keys.high();
  }

  public long keyLow() {
    return keys.low();
  }

  public long contentHigh() {
    return content.high();
  }

  public long contentLow() {
    return content.low();
  }
}
