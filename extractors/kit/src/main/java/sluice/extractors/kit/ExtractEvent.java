package sluice.extractors.kit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import sluice.lake.DatasetName;
import sluice.lake.PartitionKey;
import sluice.lake.RunId;

/**
 * What the workflow asks an extract function to do: one leg of one source of one run.
 *
 * @param ingestDate the date that the run is scheduled for, whatever the clock says
 * @param leg counted from 0; each leg after the first goes on where the one before it stopped
 */
public record ExtractEvent(DatasetName source, RunId runId, LocalDate ingestDate, Instant startedAt, Integer leg) {
  public ExtractEvent {
    Objects.requireNonNull(source, "expected source, found nothing");
    Objects.requireNonNull(runId, "expected runId, found nothing");
    Objects.requireNonNull(ingestDate, "expected ingestDate, found nothing");
    Objects.requireNonNull(startedAt, "expected startedAt, found nothing");
    leg = leg == null ? 0 : leg;
    if (leg < 0) {
      throw new IllegalArgumentException("expected leg 0 or more, found " + leg);
    }
  }

  /** What every event of this leg says it is about, in this order. */
  public Map<String, Object> about() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("runId", runId);
    fields.put("dataset", source);
    fields.put("leg", leg);
    return fields;
  }

  /** Where this run's objects of this source lie. */
  public PartitionKey partition() {
    return new PartitionKey(source, ingestDate, runId);
  }
}
