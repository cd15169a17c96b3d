package sluice.lake.store;

/** What {@link FaultyObjectStore} lets go wrong at one call. */
public enum Injection {
  /** The process ends before the call reaches the store. */
  CRASH_BEFORE,
  /** The process ends when the store has done the call, before anyone hears of it. */
  CRASH_AFTER,
  /** The store answers 503 and does nothing, as often as the caller's own client tried. */
  UNAVAILABLE,
  /** The store does the call, but its answer never arrives. */
  LOST_ANSWER,
  /** The connection breaks in the middle: of a write nothing is kept, as in S3; a read ends half-way with an error. */
  SHORT_WRITE,
  /** Half of what was written is kept and the call succeeds; only a hash can find it. Reads get half without an error. */
  SILENT_DAMAGE
}
