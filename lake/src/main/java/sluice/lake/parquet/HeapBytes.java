package sluice.lake.parquet;

import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;

/** A page's bytes in one array, without a copy where they already are in one. */
final class HeapBytes {
  private HeapBytes() {}

  static ByteBuffer of(BytesInput page) {
    // What is on the heap needs no release.
    return page.toByteBuffer(HeapByteBufferAllocator.getInstance(), released -> {});
  }
}
