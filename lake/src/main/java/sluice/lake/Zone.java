package sluice.lake;

/** The places data can be in; each has a bucket of its own, and every key in it starts with the zone's word. */
public enum Zone {
  LANDING,
  RAW,
  VALIDATED,
  QUARANTINE,
  CURATED,
  DQ_RESULTS,
  REPLAY,
  ATHENA_RESULTS;

  /** The zone as people and bucket names write it: {@code dq-results}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /** What every key in the zone starts with, with its slash: {@code dq-results/}. */
  public String prefix() {
    return word() + "/";
  }

  /** The environment variable that names the zone's bucket: {@code SLUICE_DQ_RESULTS_BUCKET}. */
  public String bucketVariable() {
    return "SLUICE_" + name() + "_BUCKET";
  }
}
