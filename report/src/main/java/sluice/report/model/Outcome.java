package sluice.report.model;

/** What became of a stage or of a check. */
public enum Outcome {
  PASSED,
  /** It went on, but somebody should look. */
  WARNED,
  FAILED,
  SKIPPED
}
