package sluice.lake.parquet;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** The compressions that a stranger's file may come in; each counts what it brings forth before it takes memory. */
final class PageCodecs implements CompressionCodecFactory {
  static final Set<CompressionCodecName> READABLE =
      EnumSet.of(CompressionCodecName.UNCOMPRESSED, CompressionCodecName.ZSTD, CompressionCodecName.SNAPPY, CompressionCodecName.GZIP);

  private final DecodedBytes decoded;

  PageCodecs(DecodedBytes decoded) {
    this.decoded = decoded;
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    return switch (codec) {
      case ZSTD -> new ZstdReading(decoded);
      case SNAPPY -> new PageReading(decoded, new Snappy());
      case GZIP -> new PageReading(decoded, new GzipPage());
      case UNCOMPRESSED -> new PageReading(decoded, PageCodecs::copy);
      case LZO, BROTLI, LZ4, LZ4_RAW -> throw new IllegalArgumentException("expected one of " + READABLE + ", found " + codec);
    };
  }

  private static void copy(byte[] packed, byte[] plain) throws IOException {
    if (packed.length != plain.length) {
      throw new IOException("a page has " + packed.length + " bytes and claims " + plain.length);
    }
    System.arraycopy(packed, 0, plain, 0, plain.length);
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("this one only reads");
  }

  @Override
  public void release() {}
}
