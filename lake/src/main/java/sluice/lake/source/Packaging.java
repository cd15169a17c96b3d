package sluice.lake.source;

/** How a source's function is shipped. */
public enum Packaging {
  ZIP,
  /** For what does not fit into a zip, such as a browser. */
  IMAGE
}
