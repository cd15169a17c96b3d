package sluice.report.model;

/** What became of the rows of one dataset: read = accepted + quarantined + duplicates, or rows are missing. */
public record Counts(long read, long accepted, long quarantined, long duplicates) {
  public static final Counts NONE = new Counts(0, 0, 0, 0);

  public Counts plus(Counts other) {
    return new Counts(
        read + other.read, accepted + other.accepted, quarantined + other.quarantined, duplicates + other.duplicates);
  }

  /** Rows that were read and have no verdict; anything but 0 is a broken promise. */
  public long missing() {
    return read - accepted - quarantined - duplicates;
  }
}
