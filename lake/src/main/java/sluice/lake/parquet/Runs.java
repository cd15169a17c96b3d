package sluice.lake.parquet;

import java.io.IOException;
import java.util.BitSet;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;

/** Small numbers in Parquet's hybrid of runs and packed bits. */
final class Runs {
  private static final int FIRST_BYTES = 64;
  private static final int LARGEST_PIECE = 1 << 20;

  private Runs() {}

  /** Numbers of a dictionary's entries, behind the byte that says how many bits each takes. */
  static BytesInput ofNumbers(int[] numbers, int count, int entries) throws IOException {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(entries - 1);
    RunLengthBitPackingHybridEncoder runs = encoder(bits);
    for (int at = 0; at < count; at++) {
      runs.writeInt(numbers[at]);
    }
    return BytesInput.concat(BytesInput.from(new byte[] {(byte) bits}), runs.toBytes());
  }

  /** For each row whether it has a value. */
  static BytesInput ofPresence(BitSet absent, int rows) throws IOException {
    RunLengthBitPackingHybridEncoder runs = encoder(1);
    for (int row = 0; row < rows; row++) {
      runs.writeInt(absent.get(row) ? 0 : 1);
    }
    return runs.toBytes();
  }

  private static RunLengthBitPackingHybridEncoder encoder(int bits) {
    return new RunLengthBitPackingHybridEncoder(bits, FIRST_BYTES, LARGEST_PIECE, HeapByteBufferAllocator.getInstance());
  }
}
