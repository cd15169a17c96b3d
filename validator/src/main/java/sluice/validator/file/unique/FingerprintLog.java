package sluice.validator.file.unique;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * All fingerprints of a file's rows in the order they came, in memory while they are few and on disk by the first bits of
 * their content when they are many, so that each share can be sorted by itself.
 */
final class FingerprintLog implements Closeable {
  static final int SHARES = 256;

  private final Path folder;
  private final int mostInMemory;
  private final LongFile[] files = new LongFile[SHARES];
  private long[] memory = new long[0];
  private int used;
  private boolean spilled;

  /** @param folder is there; takes the shares and is left empty by {@link #close} */
  FingerprintLog(Path folder, int mostInMemory) {
    this.folder = folder;
    this.mostInMemory = mostInMemory;
  }

  void add(long row, long keyHigh, long keyLow, long contentHigh, long contentLow) throws IOException {
    if (used == memory.length) {
      makeRoom();
    }
    memory[used] = keyHigh;
    memory[used + 1] = keyLow;
    memory[used + 2] = contentHigh;
    memory[used + 3] = contentLow;
    memory[used + 4] = row;
    used += Entries.LONGS;
  }

  boolean isSpilled() {
    return spilled;
  }

  int shares() {
    return spilled ? SHARES : 1;
  }

  /** Everything whose content begins with these bits, in the order it came; nothing may be added after the first call. */
  Entries share(int number) throws IOException {
    if (!spilled) {
      return new Entries(memory, used);
    }
    if (used > 0) {
      spill();
    }
    memory = new long[0];
    if (files[number] == null) {
      return new Entries(memory, 0);
    }
    long[] entries = files[number].readAll();
    return new Entries(entries, entries.length);
  }

  private void makeRoom() throws IOException {
    int most = mostInMemory * Entries.LONGS;
    if (memory.length < most) {
      memory = Arrays.copyOf(memory, (int) Math.min(most, Math.max(1024L * Entries.LONGS, memory.length * 2L)));
    } else {
      spill();
    }
  }

  private void spill() throws IOException {
    spilled = true;
    for (int at = 0; at < used; at += Entries.LONGS) {
      int share = (int) (memory[at + 2] >>> (Long.SIZE - 8));
      if (files[share] == null) {
        files[share] = new LongFile(folder.resolve("fingerprints-" + share));
      }
      files[share].add(memory, at, Entries.LONGS);
    }
    used = 0;
  }

  @Override
  public void close() throws IOException {
    for (LongFile file : files) {
      if (file != null) {
        file.close();
      }
    }
  }
}
