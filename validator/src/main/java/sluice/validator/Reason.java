package sluice.validator;

import java.util.Locale;

/** Why the gate refuses a whole object; the codes are stable, because people and queries search for them. */
public enum Reason {
  /** The bytes are not the ones that the manifest promises. */
  HASH_MISMATCH,
  /** The bytes are no Parquet file that can be read to its end. */
  UNREADABLE_OBJECT,
  /** The object lacks a column that the contract requires. */
  MISSING_REQUIRED_COLUMN,
  /** There are no rows, or the whole extraction brought no object. */
  EMPTY_OBJECT,
  /** The object is whole but holds another number of rows than its manifest says. */
  ROW_COUNT_MISMATCH;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
