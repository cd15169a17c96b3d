package sluice.lake.contract;

/** How a dataset's new rows relate to those it had. */
public enum Load {
  /** Each run brings the whole; the newest is the dataset. */
  SNAPSHOT,
  /** Each run brings rows that stay. */
  APPEND,
  /** Each run brings rows that replace those with the same key. */
  UPSERT
}
