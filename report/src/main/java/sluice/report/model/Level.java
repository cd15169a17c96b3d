package sluice.report.model;

/** How bad a problem is, the worst first. */
public enum Level {
  ERROR,
  WARNING,
  NOTE
}
