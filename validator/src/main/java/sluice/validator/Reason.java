package sluice.validator;

import java.util.Locale;

/**
 * Why the gate refuses an object or a row; the codes are stable, because people and queries search for them.
 *
 * <p>The list is closed: each code has a page in {@code docs/reasons} and a golden case that brings about exactly it.
 */
public enum Reason {
  /** The bytes are not the ones that the manifest promises. */
  HASH_MISMATCH,
  /** The object is whole but holds another number of rows than its manifest says. */
  ROW_COUNT_MISMATCH,
  /** There are no rows, or the whole extraction brought no object. */
  EMPTY_OBJECT,
  /** The object's name ends in nothing that belongs to the contract's format. */
  UNSUPPORTED_SUFFIX,
  /** The first bytes show that the object is something else than its contract says. */
  NOT_THE_FORMAT,
  /** The bytes cannot be read to their end: a damaged Parquet or gzip file. */
  UNREADABLE_OBJECT,
  /** The object unpacks to far more than was sent. */
  TOO_LARGE_INSIDE,
  /** The text is UTF-16 or UTF-32, or its header is not UTF-8. */
  WRONG_ENCODING,
  /** The first line names none of the contract's columns. */
  HEADER_MISSING,
  /** The header names a column twice. */
  DUPLICATE_COLUMN,
  /** The object lacks a column that the contract requires. */
  MISSING_REQUIRED_COLUMN,
  /** A column is missing that need not be there, and the contract does not put up with that. */
  MISSING_OPTIONAL_COLUMN,
  /** There is a value for a column that the contract does not list, and it does not put up with that. */
  NEW_COLUMN,
  /** A quote is opened and never closed, so that what follows is no longer rows. */
  UNCLOSED_QUOTE,
  /** The document is JSON, but no array of rows. */
  NOT_AN_ARRAY,
  /** The row, or the array that holds the rows, is not JSON. */
  INVALID_JSON,
  /** The row is JSON, but no object. */
  NOT_AN_OBJECT,
  /** An object names a field twice. */
  DUPLICATE_JSON_KEY,
  /** Objects and arrays lie deeper in one another than anyone would write by hand. */
  NESTING_TOO_DEEP,
  /** The row has more or fewer fields than the header. */
  WRONG_FIELD_COUNT,
  /** A quote stands in the middle of a field, or text follows the closing one. */
  STRAY_QUOTE,
  /** The row's bytes are not UTF-8, or an escape names half a character. */
  INVALID_UTF8,
  /** The row contains the byte 0. */
  NUL_BYTE,
  /** A value, or the whole row, is longer than the gate takes. */
  VALUE_TOO_LONG,
  /** A column of the key has no value. */
  KEY_MISSING,
  /** A column that must have a value has none. */
  VALUE_MISSING,
  /** The text cannot be read as the column's type. */
  WRONG_TYPE,
  /** A number that is outside the range of the column's type. */
  NUMBER_TOO_BIG,
  /** An object or array stands where a plain value belongs, or the other way round. */
  STRUCTURAL_CHANGE,
  /** The value is none of those that the contract lists. */
  VALUE_NOT_ALLOWED,
  /** The value does not match the column's pattern. */
  PATTERN_MISMATCH;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
