package sluice.validator.file.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sluice.lake.contract.Format;
import sluice.validator.Reason;
import sluice.validator.Refusal;

/**
 * Opens a file as what its contract says it is, unpacked.
 *
 * <p>Where name and content contradict one another: gzip without {@code .gz} is unpacked, because nothing else begins like
 * it; {@code .gz} without gzip is refused, because the sender meant something else than what arrived.
 */
public final class Opening {
  private static final String GZIP = ".gz";

  private final Path file;
  private final String name;
  private final Format format;
  private final long mostBytes;
  private final int largestRatio;

  /** @param name the object's own, whose ending counts in letters of either case */
  public Opening(Path file, String name, Format format, long mostBytes, int largestRatio) {
    this.file = file;
    this.name = name;
    this.format = format;
    this.mostBytes = mostBytes;
    this.largestRatio = largestRatio;
  }

  /** The text of the file, which begins as its format does. */
  public InputStream text() throws IOException {
    checkSuffix();
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 64 << 10);
    try {
      InputStream unpacked = isGzip() ? new Gunzip(bytes, mostBytes, largestRatio) : bytes;
      return checked(unpacked);
    } catch (IOException | RuntimeException failed) {
      bytes.close();
      throw failed;
    }
  }

  /** The file itself, or its unpacked twin in a folder that the caller clears away. */
  public Path parquet(Path folder) throws IOException {
    Path twin = folder.resolve("unpacked.parquet");
    try (InputStream in = text()) {
      if (!isGzip()) {
        return file;
      }
      Files.copy(in, twin, StandardCopyOption.REPLACE_EXISTING); // a file may be read twice
      return twin;
    }
  }

  private InputStream checked(InputStream unpacked) throws IOException {
    PushbackInputStream in = new PushbackInputStream(unpacked, FileKind.LOOK);
    byte[] look = new byte[FileKind.LOOK];
    int length = in.readNBytes(look, 0, look.length);
    FileKind.check(format, look, length);
    in.unread(look, 0, length);
    return in;
  }

  private boolean isGzip() throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] look = in.readNBytes(2);
      boolean gzip = Gunzip.isGzip(look, look.length);
      if (!gzip && look.length > 0 && lowerName().endsWith(GZIP)) {
        throw new Refusal(Reason.NOT_THE_FORMAT, "the name ends in " + GZIP + ", but the object is not gzip");
      }
      return gzip;
    }
  }

  private void checkSuffix() throws Refusal {
    String plain = lowerName().endsWith(GZIP) ? lowerName().substring(0, name.length() - GZIP.length()) : lowerName();
    if (format.suffixes().stream().noneMatch(plain::endsWith)) {
      List<String> expected = new ArrayList<>(format.suffixes());
      throw new Refusal(Reason.UNSUPPORTED_SUFFIX,
          "expected a name that ends in one of " + expected + ", each also with " + GZIP + "; found \"" + name + "\"");
    }
  }

  private String lowerName() {
    return name.toLowerCase(Locale.ROOT);
  }
}
