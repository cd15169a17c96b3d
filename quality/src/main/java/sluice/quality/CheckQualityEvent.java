package sluice.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import sluice.lake.RunId;
import sluice.lake.Slot;

/**
 * The run whose tables are checked.
 *
 * @param ingestDate the day whose deliveries are checked
 * @param startedAt the start of the run, which is what {@code now()} means in rules
 * @param slot where the marts were built
 */
public record CheckQualityEvent(RunId runId, LocalDate ingestDate, Instant startedAt, Slot slot) {
  public CheckQualityEvent {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(ingestDate, "ingestDate");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(slot, "slot");
  }
}
