package sluice.lake.source;

/** How a source is read. */
public enum Kind {
  REST,
  JDBC,
  BROWSER
}
