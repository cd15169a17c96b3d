package sluice.validator.file;

import java.util.Arrays;
import java.util.Objects;

/**
 * How much one file may ask of this machine, and the secret that personal values are hashed with.
 *
 * @param longestRow bytes that one row may have; the gate holds one row in memory at a time
 * @param longestValue bytes that one value may have
 * @param deepestNesting objects and arrays in one another, the row itself counting as the first
 * @param decodedBytes what a gzip or Parquet file may unpack to
 * @param largestRatio bytes that a gzip file may unpack to for each of its own; a little text is exempt
 * @param rows rows in one file
 * @param memoryForUniqueness bytes of heap for telling repeated rows at once; beyond it they are told at the end, from disk
 * @param keptRaw bytes of a refused row that are kept
 * @param salt key of the HMAC-SHA256 that personal values are hashed with; empty only where no contract hashes
 */
public record Limits(
    int longestRow,
    int longestValue,
    int deepestNesting,
    long decodedBytes,
    int largestRatio,
    long rows,
    long memoryForUniqueness,
    int keptRaw,
    byte[] salt) {
  /** What a function of 1 GB takes without trouble. */
  public static final Limits STANDARD =
      new Limits(16 << 20, 4 << 20, 100, 64L << 30, 400, 500_000_000, 96L << 20, 64 << 10, new byte[0]);

  public Limits {
    Objects.requireNonNull(salt, "salt");
    salt = salt.clone();
    require(longestRow >= 1 << 10, "longestRow is at least 1024", longestRow);
    require(longestValue >= 1, "longestValue is positive", longestValue);
    require(deepestNesting >= 1 && deepestNesting <= 1000, "deepestNesting is 1 to 1000", deepestNesting);
    require(decodedBytes >= 1, "decodedBytes is positive", decodedBytes);
    require(largestRatio >= 1, "largestRatio is positive", largestRatio);
    require(rows >= 1, "rows is positive", rows);
    require(memoryForUniqueness >= 0, "memoryForUniqueness is not negative", memoryForUniqueness);
    require(keptRaw >= 1, "keptRaw is positive", keptRaw);
  }

  @Override
  public byte[] salt() {
    return salt.clone();
  }

  public Limits withSalt(byte[] secret) {
    return new Limits(longestRow, longestValue, deepestNesting, decodedBytes, largestRatio, rows, memoryForUniqueness, keptRaw, secret);
  }

  /** More memory saves the second look at the rows of a large file; the outcome is the same. */
  public Limits withMemoryForUniqueness(long bytes) {
    return new Limits(longestRow, longestValue, deepestNesting, decodedBytes, largestRatio, rows, bytes, keptRaw, salt);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Limits that && longestRow == that.longestRow && longestValue == that.longestValue
        && deepestNesting == that.deepestNesting && decodedBytes == that.decodedBytes && largestRatio == that.largestRatio
        && rows == that.rows && memoryForUniqueness == that.memoryForUniqueness && keptRaw == that.keptRaw
        && Arrays.equals(salt, that.salt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(longestRow, longestValue, deepestNesting, decodedBytes, largestRatio, rows, memoryForUniqueness, keptRaw);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "Limits[longestRow=" + longestRow + ", longestValue=" + longestValue + ", decodedBytes=" + decodedBytes + ", rows=" + rows + "]";
  }

  private static void require(boolean kept, String promise, long found) {
    if (!kept) {
      throw new IllegalArgumentException(promise + "; found " + found);
    }
  }
}
