package sluice.intake;

import java.time.Instant;
import java.util.Objects;
import sluice.lake.RunId;

/**
 * Asks for the objects of a batch.
 *
 * @param runId the execution that asks: the batch's run, or another attempt at it
 * @param batch key of the batch in the raw zone
 * @param startedAt when the execution started; for the log only, as nothing that is written may depend on the clock
 */
record ReceiveEvent(RunId runId, String batch, Instant startedAt) {
  ReceiveEvent {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(batch, "batch");
  }
}
