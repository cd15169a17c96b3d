package sluice.publisher;

import java.util.Optional;
import sluice.lake.RunId;

/** The two things that runs must agree on, whoever comes first: who builds, and what readers see. */
public interface BuildTable {
  Optional<LockHolder> lockHolder();

  /** Takes a lock that nobody holds; false when somebody does. */
  boolean takeLock(LockHolder mine);

  /** Takes the lock from exactly this holder; false when it is no longer theirs. */
  boolean takeLockFrom(LockHolder seen, LockHolder mine);

  /** Gives the lock back; false when it was not this run's. */
  boolean releaseLock(RunId runId);

  Optional<Publication> publication();

  /** Only the lock's holder may call this. */
  void remember(Publication publication);
}
