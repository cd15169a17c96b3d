package sluice.lake.store;

/** What kind of failure a store met; it decides who may try again. */
public enum Fault {
  /** Slow down, internal error, time-out, lost connection: the same call may succeed later. */
  UNAVAILABLE,
  /** Credentials are missing, expired or not allowed to do this. */
  DENIED,
  /** The object or its bucket is not there. */
  MISSING,
  /** The key exists with other bytes. */
  CONFLICT,
  /** The store understood the call and refuses it; the same call will never succeed. */
  REFUSED
}
