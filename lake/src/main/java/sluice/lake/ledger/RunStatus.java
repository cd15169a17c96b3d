package sluice.lake.ledger;

/** How a run ended. */
public enum RunStatus {
  SUCCEEDED,
  /** Everything required is published; an optional source is missing. */
  PARTIAL,
  FAILED
}
