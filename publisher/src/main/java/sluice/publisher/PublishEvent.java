package sluice.publisher;

import java.util.Objects;
import sluice.lake.RunId;
import sluice.lake.Slot;

/** Asks to move readers to the slot that this run built. */
public record PublishEvent(RunId runId, Slot slot) {
  public PublishEvent {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(slot, "slot");
  }
}
