package sluice.cli.contract.infer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;

/** Reads a sample by what it holds, whatever it is called: CSV, JSON lines, a JSON array or Parquet, each possibly gzipped. */
final class SampleFile {
  /** Bytes after unpacking; a sample need not be the whole. */
  private static final int LARGEST = 256 << 20;

  private static final String UNREADABLE = "W041";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private SampleFile() {}

  static Sample read(Path file) {
    try {
      byte[] bytes = unpacked(file);
      if (startsWith(bytes, "PAR1")) {
        return ParquetSample.read(bytes);
      }
      String text = text(bytes);
      return switch (text.isBlank() ? ' ' : text.stripLeading().charAt(0)) {
        case ' ' -> throw new IOException("it is empty");
        case '[' -> JsonSample.array(text);
        case '{' -> JsonSample.lines(text);
        default -> CsvSample.read(text);
      };
    } catch (NoSuchFileException gone) {
      throw unreadable(file, "there is no such file");
    } catch (IOException broken) {
      throw unreadable(file, broken.getMessage());
    }
  }

  private static byte[] unpacked(Path file) throws IOException {
    try (InputStream raw = Files.newInputStream(file)) {
      byte[] start = raw.readNBytes(2);
      boolean gzipped = start.length == 2 && (start[0] & 0xff) == 0x1f && (start[1] & 0xff) == 0x8b;
      try (InputStream whole = Files.newInputStream(file); InputStream in = gzipped ? new GZIPInputStream(whole) : whole) {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
          throw new IOException("it has more than " + (LARGEST >> 20) + " MB: a part of it will do");
        }
        return bytes;
      }
    }
  }

  private static String text(byte[] bytes) throws IOException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException otherEncoding) {
      throw new IOException("it is not UTF-8", otherEncoding);
    }
  }

  private static boolean startsWith(byte[] bytes, String magic) {
    return new String(bytes, 0, Math.min(bytes.length, magic.length()), StandardCharsets.ISO_8859_1).equals(magic);
  }

  private static InvalidInputException unreadable(Path file, String why) {
    return new InvalidInputException(List.of(Problem.error(UNREADABLE, "no contract can be proposed from " + file)
        .expected("CSV, JSON lines, a JSON array of objects or Parquet, in UTF-8, possibly gzipped")
        .found(why)));
  }
}
