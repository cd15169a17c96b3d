package sluice.lake.contract;

/** What becomes of a personal value on its way to the validated zone. */
public enum Pii {
  KEEP,
  /** Salted SHA-256: equal values stay equal, none can be read. */
  HASH,
  /** All but the ends of the text is starred out. */
  MASK,
  /** Always null. */
  DROP
}
