package sluice.lake.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputDecompressor;

/** Unpacks pages of a stranger's file: counts first, takes memory then, and believes no stated size. */
class PageReading implements BytesInputDecompressor {
  private final DecodedBytes decoded;
  private final Unpacking unpacking;

  /** Fills all of {@code plain} or throws; a page at fault may also be an {@link IndexOutOfBoundsException}. */
  interface Unpacking {
    void unpack(byte[] packed, byte[] plain) throws IOException;
  }

  PageReading(DecodedBytes decoded, Unpacking unpacking) {
    this.decoded = decoded;
    this.unpacking = unpacking;
  }

  @Override
  public BytesInput decompress(BytesInput page, int claimed) throws IOException {
    return BytesInput.from(plain(HeapBytes.of(page), claimed));
  }

  @Override
  public void decompress(ByteBuffer page, int compressed, ByteBuffer target, int claimed) throws IOException {
    target.put(plain(page.slice(page.position(), compressed), claimed));
    page.position(page.position() + compressed);
  }

  private byte[] plain(ByteBuffer page, int claimed) throws IOException {
    decoded.page(claimed);
    byte[] packed = new byte[page.remaining()];
    page.get(packed);
    byte[] plain = new byte[claimed];
    try {
      unpacking.unpack(packed, plain);
    } catch (IndexOutOfBoundsException damaged) {
      throw new IOException("a page is damaged or has not the " + claimed + " bytes it claims", damaged);
    }
    return plain;
  }

  @Override
  public void release() {}
}
