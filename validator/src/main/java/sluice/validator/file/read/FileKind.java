package sluice.validator.file.read;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import sluice.lake.contract.Format;
import sluice.validator.Reason;
import sluice.validator.Refusal;

/**
 * Compares a file's first bytes with what its contract says it is.
 *
 * <p>Content decides: text and Parquet that pretend to be each other are refused here, before a reader brings forth
 * thousands of broken rows. None of the signs below can begin good UTF-8 text, except Parquet's, which is therefore
 * believed only where Parquet's binary header follows it.
 */
final class FileKind {
  /** Bytes that have to be there for a look, if the file has as many. */
  static final int LOOK = 8;

  private static final byte[] PARQUET = ascii("PAR1");
  private static final byte[] PARQUET_ENCRYPTED = ascii("PARE");
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};
  private static final byte[] BZIP2 = ascii("BZh");
  private static final byte[] PDF = ascii("%PDF-");

  private FileKind() {}

  static void check(Format format, byte[] look, int length) throws Refusal {
    if (length == 0) {
      throw new Refusal(Reason.EMPTY_OBJECT, "the object has no bytes");
    }
    if (Gunzip.isGzip(look, length)) {
      throw new Refusal(Reason.NOT_THE_FORMAT, "the object is gzip inside gzip");
    }
    if (format instanceof Format.Parquet) {
      parquet(look, length);
    } else {
      text(look, length);
    }
  }

  private static void parquet(byte[] look, int length) throws Refusal {
    if (begins(look, length, PARQUET_ENCRYPTED)) {
      throw new Refusal(Reason.UNREADABLE_OBJECT, "the Parquet file is encrypted");
    }
    if (!begins(look, length, PARQUET)) {
      throw new Refusal(Reason.NOT_THE_FORMAT, "the object does not begin as Parquet does, with PAR1");
    }
  }

  private static void text(byte[] look, int length) throws Refusal {
    Optional<String> wide = wideText(look, length);
    if (wide.isPresent()) {
      throw new Refusal(Reason.WRONG_ENCODING, "the object is " + wide.get() + " text; expected UTF-8");
    }
    Optional<String> other = binary(look, length);
    if (other.isPresent()) {
      throw new Refusal(Reason.NOT_THE_FORMAT, "the object is " + other.get() + "; expected text");
    }
  }

  private static Optional<String> wideText(byte[] look, int length) {
    int[] signs = new int[4];
    for (int at = 0; at < 4; at++) {
      signs[at] = at < length ? look[at] & 0xff : -1;
    }
    boolean firstIsText = signs[0] > 0 && signs[0] < 0x80;
    if (signs[0] == 0xff && signs[1] == 0xfe || signs[0] == 0xfe && signs[1] == 0xff) {
      return Optional.of(signs[0] == 0xff && signs[2] == 0 && signs[3] == 0 ? "UTF-32" : "UTF-16");
    }
    if (signs[0] == 0 && signs[1] == 0 && (signs[2] == 0xfe && signs[3] == 0xff || signs[2] == 0 && signs[3] > 0)
        || firstIsText && signs[1] == 0 && signs[2] == 0 && signs[3] == 0) {
      return Optional.of("UTF-32");
    }
    boolean big = signs[0] == 0 && signs[1] > 0 && (signs[2] == 0 || signs[2] < 0);
    boolean little = firstIsText && signs[1] == 0 && (signs[3] == 0 || signs[2] < 0);
    return big || little ? Optional.of("UTF-16") : Optional.empty();
  }

  private static Optional<String> binary(byte[] look, int length) {
    if (begins(look, length, PARQUET) && length > 4 && look[4] >= 0 && look[4] < ' ' && look[4] != '\n' && look[4] != '\r' && look[4] != '\t') {
      return Optional.of("Parquet");
    }
    if (begins(look, length, ZIP)) {
      return Optional.of("a zip archive, such as Excel writes");
    }
    if (begins(look, length, ZSTD)) {
      return Optional.of("packed with zstd");
    }
    if (begins(look, length, BZIP2) && length > 4 && look[4] == '1') {
      return Optional.of("packed with bzip2");
    }
    return begins(look, length, PDF) ? Optional.of("a PDF document") : Optional.empty();
  }

  private static boolean begins(byte[] look, int length, byte[] sign) {
    return length >= sign.length && java.util.Arrays.equals(look, 0, sign.length, sign, 0, sign.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
