package sluice.lake.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** A page in gzip, which may have several members. */
final class GzipPage implements PageReading.Unpacking {
  @Override
  public void unpack(byte[] packed, byte[] plain) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      int read = in.readNBytes(plain, 0, plain.length);
      if (read != plain.length || in.read() >= 0) {
        throw new IOException("a page has not the " + plain.length + " bytes it claims");
      }
    }
  }
}
