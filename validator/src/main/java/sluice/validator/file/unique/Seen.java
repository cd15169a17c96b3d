package sluice.validator.file.unique;

import java.io.IOException;

/** The rows that were accepted before: of the same date for a dataset of snapshots, of all times for the others. */
public interface Seen {
  /** Nothing was accepted yet. */
  Seen NONE = (keyHigh, keyLow, contentHigh, contentLow) -> false;

  /** Whether a row of this key and content is among them; asked once for every row that keeps all rules. */
  boolean contains(long keyHigh, long keyLow, long contentHigh, long contentLow) throws IOException;
}
