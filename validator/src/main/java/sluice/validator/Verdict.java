package sluice.validator;

/** The gate's one answer about an object. */
public sealed interface Verdict {
  /** The rows are in the validated zone under this key. */
  record Accepted(long rows, String output) implements Verdict {}

  /** Nothing was written; the rows are those that the manifest states, as the object itself cannot be believed. */
  record Quarantined(long rows, Reason reason, String detail) implements Verdict {}
}
