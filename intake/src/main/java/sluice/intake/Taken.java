package sluice.intake;

import java.util.Set;
import sluice.lake.RunId;

/**
 * What became of the object versions of one call.
 *
 * @param started executions that work on them now, by this call or an equal one before
 * @param failed versions of which it is not certain that a run works on them; they have to come again
 */
record Taken(Set<RunId> started, Set<ObjectVersion> failed) {
  Taken {
    started = Set.copyOf(started);
    failed = Set.copyOf(failed);
  }
}
