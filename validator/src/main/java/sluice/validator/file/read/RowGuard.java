package sluice.validator.file.read;

import java.util.Arrays;
import sluice.lake.text.Utf8;
import sluice.validator.Reason;
import sluice.validator.Refusal;

/** What holds for a row of any text format: its number, its length and that it is text. */
public final class RowGuard {
  private static final String LENGTH = "length";
  private static final String TEXT = "text";

  private final int longestRow;
  private final int keptRaw;
  private final long mostRows;
  private long rows;

  /**
   * @param longestRow bytes of a row that are held in memory
   * @param keptRaw bytes of a longer one that are kept
   */
  public RowGuard(int longestRow, int keptRaw, long mostRows) {
    this.longestRow = longestRow;
    this.keptRaw = Math.min(keptRaw, longestRow);
    this.mostRows = mostRows;
  }

  int longestRow() {
    return longestRow;
  }

  /** The number of the row that begins. */
  long next() throws Refusal {
    if (rows == mostRows) {
      throw new Refusal(Reason.TOO_LARGE_INSIDE, "the object has more than " + mostRows + " rows");
    }
    return ++rows;
  }

  /** Rows begun so far. */
  public long rows() {
    return rows;
  }

  byte[] beginning(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, Math.min(to, from + keptRaw));
  }

  Fault tooLong() {
    return Fault.ofRow(Reason.VALUE_TOO_LONG, LENGTH, "the row is longer than " + longestRow + " bytes");
  }

  /** What makes these bytes unfit as text, or null. */
  Fault textFault(byte[] bytes, int from, int to) {
    int place = Utf8.fault(bytes, from, to);
    if (place >= 0) {
      return Fault.ofRow(Reason.INVALID_UTF8, TEXT,
          String.format("byte 0x%02x at place %d of the row is not UTF-8", bytes[place], place - from + 1));
    }
    for (int at = from; at < to; at++) {
      if (bytes[at] == 0) {
        return Fault.ofRow(Reason.NUL_BYTE, TEXT, "the byte 0 at place " + (at - from + 1) + " of the row");
      }
    }
    return null;
  }
}
