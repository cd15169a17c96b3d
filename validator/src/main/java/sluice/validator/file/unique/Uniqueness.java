package sluice.validator.file.unique;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;

/**
 * Tells which rows of a file repeat an earlier one, in bounded memory.
 *
 * <p>While the set of contents fits its memory, every answer is final. After that a row that the set does not know has to
 * wait, and {@link #finish} says which of those are repeated: their fingerprints lie on disk in shares, and each share is
 * looked through in the order the rows came. Either way the first row of its kind is the one that stays.
 * Memory beside the set: 16 MiB, one share (1/256 of all rows, 40 bytes a row) and one bit for each row.
 */
public final class Uniqueness implements Closeable {
  private static final int ROWS_IN_LOG = 400_000;

  private final Seen seen;
  private final FingerprintSet contents;
  private final FingerprintLog log;
  private boolean undecided;

  /**
   * @param seen rows accepted before this file
   * @param folder for what does not fit memory
   * @param memory bytes for the set
   */
  public Uniqueness(Seen seen, Path folder, long memory) {
    this.seen = seen;
    contents = new FingerprintSet(memory);
    // A set that is small on purpose is one of a test, or of a small machine: the log then spills early too.
    log = new FingerprintLog(folder, (int) Math.max(16, Math.min(ROWS_IN_LOG, memory / 64)));
  }

  /** What is known of a row while the others are still to come. */
  public enum Answer {
    /** It repeats another row. */
    REPEATED,
    /** It is the first of its kind. */
    NEW,
    /** It may repeat one that did not fit memory: {@link #finish} tells. */
    LATER
  }

  /** @param row its number in the file, which grows from call to call */
  public Answer ask(long row, long keyHigh, long keyLow, long contentHigh, long contentLow) throws IOException {
    if (seen.contains(keyHigh, keyLow, contentHigh, contentLow)) {
      return Answer.REPEATED;
    }
    FingerprintSet.Outcome outcome = contents.add(contentHigh, contentLow);
    if (outcome == FingerprintSet.Outcome.KNOWN) {
      return Answer.REPEATED;
    }
    log.add(row, keyHigh, keyLow, contentHigh, contentLow);
    undecided |= outcome == FingerprintSet.Outcome.FULL;
    return undecided ? Answer.LATER : Answer.NEW;
  }

  /**
   * Writes the fingerprints of the rows that stay, sorted, to a {@link FingerprintFile}.
   *
   * @return the numbers of those rows of which {@link Answer#LATER} was said and which repeat another
   */
  public BitSet finish(Path fingerprints) throws IOException {
    BitSet repeated = new BitSet();
    try (FingerprintFile.Writer out = new FingerprintFile.Writer(fingerprints)) {
      for (int share = 0; share < log.shares(); share++) {
        Entries entries = log.share(share);
        int[] order = entries.inOrder();
        for (int place = 0; place < order.length; place++) {
          int entry = order[place];
          // Without a full set nothing is left to find, and equal contents cannot be neighbours.
          if (undecided && place > 0 && sameContent(entries, order[place - 1], entry)) {
            repeated.set(Math.toIntExact(entries.row(entry)));
          } else {
            out.add(entries.keyHigh(entry), entries.keyLow(entry), entries.contentHigh(entry), entries.contentLow(entry));
          }
        }
      }
    }
    return repeated;
  }

  private static boolean sameContent(Entries entries, int one, int other) {
    return entries.contentHigh(one) == entries.contentHigh(other) && entries.contentLow(one) == entries.contentLow(other);
  }

  @Override
  public void close() throws IOException {
    log.close();
  }
}
