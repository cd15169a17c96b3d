package sluice.validator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import sluice.lake.DatasetName;
import sluice.lake.RunId;

/** One part to judge; part -1 asks about a manifest without parts. */
public record ValidateEvent(
    RunId runId, LocalDate ingestDate, Instant startedAt, DatasetName dataset, String manifest, int part) {
  public ValidateEvent {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(ingestDate, "ingestDate");
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(manifest, "manifest");
  }

  RunContext run() {
    return new RunContext(runId, ingestDate, startedAt);
  }
}
