package sluice.publisher;

import java.util.Optional;
import sluice.lake.RunId;

/** A run wants to publish without holding the lock; it was taken for dead, and its slot may be another's by now. */
public final class LockLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LockLostException(RunId runId, Optional<LockHolder> holder) {
    super("run " + runId + " does not hold the build lock; "
        + holder.map(other -> "run " + other.runId() + " does").orElse("nobody does"));
  }
}
