package sluice.report.market;

/** The currencies every mart states pay in; the first is shown first. */
public enum Currency {
  PLN,
  EUR,
  USD
}
