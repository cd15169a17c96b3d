package sluice.lake.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Decompresses pages of a stranger's file: counts first, takes memory then, and believes no stated size. */
final class ZstdReading implements CompressionCodecFactory, CompressionCodecFactory.BytesInputDecompressor {
  private final DecodedBytes decoded;

  ZstdReading(DecodedBytes decoded) {
    this.decoded = decoded;
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new IllegalArgumentException("expected zstd, found " + codec);
    }
    return this;
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("this one only reads");
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
    byte[] compressed = new byte[page.remaining()];
    page.get(compressed);
    byte[] plain = new byte[claimed];
    try {
      long size = Zstd.decompress(plain, compressed);
      if (!Zstd.isError(size) && size == claimed) {
        return plain;
      }
    } catch (ZstdException damaged) {
      throw new IOException("a page is no zstd: " + damaged.getMessage(), damaged);
    }
    throw new IOException("a page is damaged or has not the " + claimed + " bytes it claims");
  }

  @Override
  public void release() {}
}
