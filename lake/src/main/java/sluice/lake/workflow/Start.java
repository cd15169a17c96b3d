package sluice.lake.workflow;

import sluice.lake.RunId;
import sluice.lake.event.EventName;

/** How it came that an execution works, or worked, on an input; {@link #name} is that execution's. */
public sealed interface Start {
  RunId name();

  /** What the log calls it. */
  default EventName event() {
    return switch (this) {
      case Started started -> EventName.RUN_STARTED;
      case Joined joined -> EventName.RUN_JOINED;
      case Again again -> EventName.RUN_STARTED_AGAIN;
    };
  }

  /** It runs now, by this call or an equal one before. */
  record Started(RunId name) implements Start {}

  /** It runs or has succeeded without this call. */
  record Joined(RunId name) implements Start {}

  /** It runs now because earlier ones failed; {@code number} counts from 2. */
  record Again(RunId name, int number) implements Start {}
}
