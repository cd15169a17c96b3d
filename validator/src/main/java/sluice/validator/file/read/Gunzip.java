package sluice.validator.file.read;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import sluice.validator.Reason;
import sluice.validator.Refusal;

/**
 * Unpacks gzip, all members of it, and believes nothing: every check sum and length is compared, nothing may follow the
 * last member, and a bomb ends early.
 *
 * <p>Java's own GZIPInputStream takes garbage behind a member for its end, which would lose rows without a word.
 */
public final class Gunzip extends InputStream {
  /** What stands at the beginning of every gzip file. */
  private static final int FIRST = 0x1f;
  private static final int SECOND = 0x8b;

  private static final int DEFLATE = 8;
  private static final int HEADER_CHECK = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;
  // A little text of one letter packs a thousand times, and does no harm.
  private static final long FREE_OF_RATIO = 16L << 20;

  private final InputStream in;
  private final long mostBytes;
  private final int largestRatio;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();
  private final byte[] packed = new byte[64 << 10];
  private int at;
  private int end;
  private long taken;
  private long given;
  private boolean inMember;
  private boolean ended;

  /**
   * @param mostBytes what may come out
   * @param largestRatio what may come out for each byte that went in
   */
  public Gunzip(InputStream in, long mostBytes, int largestRatio) {
    this.in = in;
    this.mostBytes = mostBytes;
    this.largestRatio = largestRatio;
  }

  public static boolean isGzip(byte[] beginning, int length) {
    return length >= 2 && (beginning[0] & 0xff) == FIRST && (beginning[1] & 0xff) == SECOND;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      while (!ended) {
        if (!inMember && !beginMember()) {
          break;
        }
        int got = inflater.inflate(target, offset, length);
        if (got > 0) {
          crc.update(target, offset, got);
          given += got;
          checkSize();
          return got;
        }
        if (inflater.finished()) {
          endMember();
        } else if (inflater.needsInput()) {
          fill();
          inflater.setInput(packed, at, end - at);
        } else {
          throw damaged("it asks for a dictionary");
        }
      }
      return -1;
    } catch (DataFormatException broken) {
      throw damaged("its packed data is broken");
    } catch (EOFException cut) {
      throw damaged("it ends before its end");
    }
  }

  private void checkSize() throws Refusal {
    if (given > mostBytes) {
      throw new Refusal(Reason.TOO_LARGE_INSIDE, "the object unpacks to more than " + mostBytes + " bytes");
    }
    if (given > FREE_OF_RATIO && given / largestRatio > taken) {
      throw new Refusal(Reason.TOO_LARGE_INSIDE, "the object unpacks to more than " + largestRatio + " times its size");
    }
  }

  /** False where the file ends instead. */
  private boolean beginMember() throws IOException {
    if (at == end && !tryFill()) {
      ended = true;
      return false;
    }
    if (next() != FIRST || next() != SECOND || next() != DEFLATE) {
      throw damaged("what follows its last member is no gzip");
    }
    int flags = next();
    skip(6); // time, compression level, system
    if ((flags & EXTRA) != 0) {
      skip(next() | next() << 8);
    }
    if ((flags & NAME) != 0) {
      skipText();
    }
    if ((flags & COMMENT) != 0) {
      skipText();
    }
    if ((flags & HEADER_CHECK) != 0) {
      skip(2);
    }
    inflater.reset();
    crc.reset();
    inflater.setInput(packed, at, end - at);
    inMember = true;
    return true;
  }

  private void endMember() throws IOException {
    at = end - inflater.getRemaining();
    long sum = four();
    long size = four();
    if (sum != crc.getValue()) {
      throw damaged("its check sum is wrong");
    }
    if (size != (inflater.getBytesWritten() & 0xffffffffL)) {
      throw damaged("its length is wrong");
    }
    inMember = false;
  }

  private long four() throws IOException {
    return next() | (long) next() << 8 | (long) next() << 16 | (long) next() << 24;
  }

  private void skip(int count) throws IOException {
    for (int skipped = 0; skipped < count; skipped++) {
      next();
    }
  }

  private void skipText() throws IOException {
    while (next() != 0) { } // ends with the byte 0
  }

  private int next() throws IOException {
    if (at == end) {
      fill();
    }
    return packed[at++] & 0xff;
  }

  private void fill() throws IOException {
    if (!tryFill()) {
      throw new EOFException();
    }
  }

  private boolean tryFill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(packed));
    taken += end;
    return end > 0;
  }

  private static Refusal damaged(String how) {
    return new Refusal(Reason.UNREADABLE_OBJECT, "the gzip file is damaged: " + how);
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
