package sluice.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.Slot;

/**
 * The run whose tables are checked.
 *
 * @param ingestDate the run's own day, under which the results are kept
 * @param startedAt the start of the run, which is what {@code now()} means in rules
 * @param slot where the marts were built
 * @param delivered the ingest dates of which the run let rows in, by dataset; a dropped file or a replay may bring any
 */
public record CheckQualityEvent(RunId runId, LocalDate ingestDate, Instant startedAt, Slot slot, Map<DatasetName, List<LocalDate>> delivered) {
  public CheckQualityEvent {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(ingestDate, "ingestDate");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(slot, "slot");
    delivered = Map.copyOf(Objects.requireNonNull(delivered, "delivered"));
  }
}
