package sluice.lake.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;

/** Makes files whose footer lies. */
final class Footers {
  private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);
  private static final int TAIL = 8; // length of the footer and PAR1

  private Footers() {}

  static void change(Path file, Consumer<FileMetaData> lie) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - TAIL);
    int start = bytes.length - TAIL - length;
    FileMetaData footer = Util.readFileMetaData(new ByteArrayInputStream(bytes, start, length));
    lie.accept(footer);
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer, changed);
    Files.write(file, file(Arrays.copyOf(bytes, start), changed.toByteArray()));
  }

  /** A file of nothing but these bytes as its footer. */
  static byte[] around(byte[] footer) throws IOException {
    return file(MAGIC, footer);
  }

  /** A footer whose schema says that it has so many entries, and has none. */
  static byte[] withASchemaOf(long entries) throws IOException {
    ByteArrayOutputStream footer = new ByteArrayOutputStream();
    footer.writeBytes(new byte[] {0x15, 2, 0x19, (byte) 0xfc}); // version: 1, schema: a list of structs, as many as follows
    for (long left = entries; left != 0; left >>>= 7) {
      footer.write((int) (left >>> 7 == 0 ? left : left & 0x7f | 0x80));
    }
    footer.writeBytes(new byte[50]);
    return around(footer.toByteArray());
  }

  private static byte[] file(byte[] before, byte[] footer) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(before);
    file.write(footer);
    file.write(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(footer.length).array());
    file.write(MAGIC);
    return file.toByteArray();
  }
}
