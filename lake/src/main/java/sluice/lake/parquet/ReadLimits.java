package sluice.lake.parquet;

/** How much a file may turn out to hold while it is read; its own footer is never believed. */
public record ReadLimits(long decodedBytes, long rows) {
  /** Far above any part that we write; a bomb meets it within seconds. */
  public static final ReadLimits GENEROUS = new ReadLimits(8L << 30, 100_000_000);

  public ReadLimits {
    if (decodedBytes < 1 || rows < 1) {
      throw new IllegalArgumentException("limits are positive; found " + decodedBytes + " bytes, " + rows + " rows");
    }
  }
}
