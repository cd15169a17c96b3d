package sluice.validator.file.unique;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Fingerprints of accepted rows on disk, sorted, and asked where they lie: no heap, a few page reads for each question.
 *
 * <p>32 bytes a row, big-endian: content (16), key (16); ascending as unsigned numbers; nothing before or after. Sorted by
 * content, because all keys of a file may be the same, but contents never are, and they spread evenly: a guess at the
 * place is seldom off by more than a page.
 */
public final class FingerprintFile implements Seen {
  static final int BYTES = 4 * Long.BYTES;
  private static final int ENTRIES_TO_WALK = 16;
  private static final long ENTRIES_IN_MAP = (1L << 30) / BYTES;

  private final MappedByteBuffer[] maps;
  private final long size;

  /** A file that is not whole entries is an {@link IOException}. */
  public FingerprintFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() % BYTES != 0) {
        throw new IOException(file.getFileName() + " is no file of fingerprints: " + channel.size() + " bytes are not whole entries of " + BYTES);
      }
      size = channel.size() / BYTES;
      maps = new MappedByteBuffer[(int) ((size + ENTRIES_IN_MAP - 1) / ENTRIES_IN_MAP)];
      for (int map = 0; map < maps.length; map++) {
        long first = map * ENTRIES_IN_MAP;
        maps[map] = channel.map(FileChannel.MapMode.READ_ONLY, first * BYTES, Math.min(ENTRIES_IN_MAP, size - first) * BYTES);
      }
    }
  }

  public long size() {
    return size;
  }

  public Fingerprint get(long entry) {
    return new Fingerprint(word(entry, 2), word(entry, 3), word(entry, 0), word(entry, 1));
  }

  @Override
  public boolean contains(long keyHigh, long keyLow, long contentHigh, long contentLow) {
    long from = 0;
    long to = size;
    boolean guess = true;
    while (to - from > ENTRIES_TO_WALK) {
      // Guess and halve in turns: the guess is quick where contents spread, the half is safe where somebody chose them.
      long middle = guess ? from + guess(from, to, contentHigh) : from + to >>> 1;
      guess = !guess;
      if (order(middle, contentHigh, contentLow) > 0) {
        to = middle;
      } else {
        from = middle;
      }
    }
    for (long entry = from; entry < to; entry++) {
      if (word(entry, 0) == contentHigh && word(entry, 1) == contentLow && word(entry, 2) == keyHigh && word(entry, 3) == keyLow) {
        return true;
      }
    }
    return false;
  }

  /** How far into the range a content would stand if the contents spread evenly; never 0, so that the range shrinks. */
  private long guess(long from, long to, long contentHigh) {
    double low = unsigned(word(from, 0));
    double high = unsigned(word(to - 1, 0));
    double share = high > low ? (unsigned(contentHigh) - low) / (high - low) : 0.5;
    return Math.max(1, Math.min(to - from - 1, (long) (share * (to - from))));
  }

  private int order(long entry, long contentHigh, long contentLow) {
    int high = Long.compareUnsigned(word(entry, 0), contentHigh);
    return high != 0 ? high : Long.compareUnsigned(word(entry, 1), contentLow);
  }

  private long word(long entry, int word) {
    return maps[(int) (entry / ENTRIES_IN_MAP)].getLong((int) (entry % ENTRIES_IN_MAP) * BYTES + word * Long.BYTES);
  }

  private static double unsigned(long word) {
    return (double) (word >>> 1);
  }

  /** Writes entries that come in order. */
  static final class Writer implements Closeable {
    private final OutputStream out;
    private final byte[] bytes = new byte[BYTES];
    private final ByteBuffer entry = ByteBuffer.wrap(bytes);

    Writer(Path file) throws IOException {
      out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    }

    void add(long keyHigh, long keyLow, long contentHigh, long contentLow) throws IOException {
      entry.clear().putLong(contentHigh).putLong(contentLow).putLong(keyHigh).putLong(keyLow);
      out.write(bytes);
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
