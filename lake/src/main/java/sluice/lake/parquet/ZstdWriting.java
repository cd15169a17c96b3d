package sluice.lake.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Compresses pages with zstd without any of Hadoop's codec classes; closed once by the file that owns it. */
final class ZstdWriting implements BytesInputCompressor, AutoCloseable {
  // Level 1 costs half the time of 3 and a few percent of size: raw files are read a handful of times.
  private static final int LEVEL = 1;

  private final ZstdCompressCtx context = new ZstdCompressCtx().setLevel(LEVEL);
  private byte[] compressed = new byte[0];

  @Override
  public BytesInput compress(BytesInput page) throws IOException {
    ByteBuffer plain = HeapBytes.of(page);
    int bound = Math.toIntExact(Zstd.compressBound(plain.remaining()));
    if (compressed.length < bound) {
      compressed = new byte[bound];
    }
    int size = context.compressByteArray(compressed, 0, compressed.length, plain.array(),
        plain.arrayOffset() + plain.position(), plain.remaining());
    // The page is kept until the row group ends, so it must not keep the bound's size.
    return BytesInput.from(Arrays.copyOf(compressed, size));
  }

  @Override
  public CompressionCodecName getCodecName() {
    return CompressionCodecName.ZSTD;
  }

  /** For parquet-java, which releases a codec after each row group; this one serves the whole file. */
  @Override
  public void release() {}

  @Override
  public void close() {
    context.close();
  }
}
