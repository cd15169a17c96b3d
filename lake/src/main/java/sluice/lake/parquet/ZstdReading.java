package sluice.lake.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.IOException;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Unpacks pages of zstd; also by itself a codec for files that have no other. */
final class ZstdReading extends PageReading implements CompressionCodecFactory {
  ZstdReading(DecodedBytes decoded) {
    super(decoded, ZstdReading::unpack);
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

  private static void unpack(byte[] packed, byte[] plain) throws IOException {
    try {
      long size = Zstd.decompress(plain, packed);
      if (!Zstd.isError(size) && size == plain.length) {
        return;
      }
    } catch (ZstdException damaged) {
      throw new IOException("a page is no zstd: " + damaged.getMessage(), damaged);
    }
    throw new IOException("a page is damaged or has not the " + plain.length + " bytes it claims");
  }
}
