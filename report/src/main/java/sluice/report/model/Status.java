package sluice.report.model;

/** How a run ended. */
public enum Status {
  SUCCEEDED,
  /** Everything required is published; an optional source is missing. */
  PARTIAL,
  FAILED
}
