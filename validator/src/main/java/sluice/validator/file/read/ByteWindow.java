package sluice.validator.file.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import sluice.lake.text.Utf8;

/** The part of a stream that is in memory: slides forward, and grows only while one row needs it. */
final class ByteWindow {
  private static final int FIRST_BYTES = 256 << 10;

  /** What asking for more bytes brought. */
  enum More {
    SOME,
    /** The stream has ended. */
    NONE,
    /** The row alone fills all the memory that one row may take. */
    FULL
  }

  private final InputStream in;
  private final int mostBytes;
  private byte[] bytes;
  private int end;
  private boolean suspect;

  ByteWindow(InputStream in, int mostBytes) {
    this.in = in;
    this.mostBytes = mostBytes;
    this.bytes = new byte[Math.min(FIRST_BYTES, mostBytes)];
  }

  byte[] bytes() {
    return bytes;
  }

  /** Bytes before this place are filled. */
  int end() {
    return end;
  }

  /** Whether a byte of the window is not plain ASCII; where none is, nobody has to look at single rows. */
  boolean isSuspect() {
    return suspect;
  }

  /** Moves what begins at {@code keep} to place 0 and reads on; answers {@code FULL} without having moved anything. */
  More refill(int keep) throws IOException {
    if (keep == 0 && end == bytes.length) {
      if (bytes.length >= mostBytes) {
        return More.FULL;
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(mostBytes, bytes.length * 2L));
    } else if (keep > 0) {
      System.arraycopy(bytes, keep, bytes, 0, end - keep);
      end -= keep;
    }
    int read = in.readNBytes(bytes, end, bytes.length - end);
    end += read;
    suspect = Utf8.isSuspect(bytes, 0, end);
    return read == 0 ? More.NONE : More.SOME;
  }

  /** Everything from a place on, to the end of the stream; the window itself is of no use afterwards. */
  InputStream rest(int from) {
    return new SequenceInputStream(new ByteArrayInputStream(bytes, from, end - from), in);
  }
}
