package sluice.lake.problem;

/** Whether a problem stops what it is found in. */
public enum Level {
  ERROR,
  WARNING;

  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
