package sluice.validator.file.read;

import java.util.Arrays;

/**
 * One row while it is visited: its values as slices of bytes that belong to the reader.
 *
 * <p>A value has a slot: the contract's columns in their order, then one for the JSON text of whatever is unlisted, then
 * the unlisted columns that the file names. The same object serves every row; nothing of it outlives the visit.
 */
public final class Fields {
  /** The length of a value that is not there although its column is. */
  public static final int NULL = -1;
  /** The length of a value whose column the file or the row does not have. */
  public static final int ABSENT = -2;

  private final byte[][] arrays;
  private final int[] starts;
  private final int[] lengths;
  private final boolean[] misshapen;
  private boolean anyMisshapen;
  private long number;
  private long line;
  private byte[] raw = new byte[0];
  private int rawStart;
  private int rawLength;
  private boolean rawCut;
  private Runnable rawMaker;
  private Fault fault;

  /** Every slot is absent until it is set. */
  public Fields(int slots) {
    arrays = new byte[slots][];
    starts = new int[slots];
    lengths = new int[slots];
    misshapen = new boolean[slots];
    Arrays.fill(lengths, ABSENT);
  }

  public int slots() {
    return lengths.length;
  }

  /** The value's length in bytes, or {@link #NULL} or {@link #ABSENT}. */
  public int length(int slot) {
    return lengths[slot];
  }

  public byte[] bytes(int slot) {
    return arrays[slot];
  }

  public int start(int slot) {
    return starts[slot];
  }

  /** Whether the value is JSON of another shape than its column's: nested where a plain one belongs, or plain in a JSON column. */
  public boolean isMisshapen(int slot) {
    return anyMisshapen && misshapen[slot];
  }

  public void set(int slot, byte[] bytes, int start, int length) {
    arrays[slot] = bytes;
    starts[slot] = start;
    lengths[slot] = length;
  }

  public void setNull(int slot) {
    lengths[slot] = NULL;
  }

  void setMisshapen(int slot) {
    misshapen[slot] = true;
    anyMisshapen = true;
  }

  /** Forgets all values, for rows that name their own columns. */
  void clear() {
    Arrays.fill(lengths, ABSENT);
    if (anyMisshapen) {
      Arrays.fill(misshapen, false);
      anyMisshapen = false;
    }
  }

  /** Place among the rows of the file, from 1; header and empty lines do not count. */
  public long number() {
    return number;
  }

  /** The line at which the row begins, from 1; 0 where the format has no lines. */
  public long line() {
    return line;
  }

  void place(long rowNumber, long lineNumber) {
    number = rowNumber;
    line = lineNumber;
    fault = null;
  }

  /** What makes the row unfit before any rule is asked, or null. */
  public Fault fault() {
    return fault;
  }

  /** The first fault counts; null is none. */
  void fail(Fault found) {
    if (fault == null) {
      fault = found;
    }
  }

  /** The row as it stood in the file. */
  void raw(byte[] bytes, int start, int length, boolean cut) {
    raw = bytes;
    rawStart = start;
    rawLength = length;
    rawCut = cut;
    rawMaker = null;
  }

  /** For rows without a text of their own: makes it, by {@link #raw}, when somebody asks. */
  void rawBy(Runnable maker) {
    rawMaker = maker;
  }

  /** To be asked before the other three. */
  public byte[] rawBytes() {
    if (rawMaker != null) {
      rawMaker.run();
    }
    return raw;
  }

  public int rawStart() {
    return rawStart;
  }

  public int rawLength() {
    return rawLength;
  }

  /** Whether only the beginning of the row is kept. */
  public boolean isRawCut() {
    return rawCut;
  }
}
