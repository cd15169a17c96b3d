package sluice.quarantine;

import java.time.Instant;
import java.time.LocalDate;
import sluice.lake.DatasetName;
import sluice.lake.RunId;

/** What the gate refused: its verdict with the run's fields. */
public record QuarantineEvent(
    RunId runId,
    LocalDate ingestDate,
    Instant startedAt,
    DatasetName dataset,
    int part,
    String verdict,
    String object,
    long quarantined,
    String reason,
    String detail) {
  public QuarantineEvent {
    if (!"quarantined".equals(verdict)) {
      throw new IllegalArgumentException("only a refused object is quarantined; found verdict " + verdict + " for " + object);
    }
    if (reason == null || object == null) {
      throw new IllegalArgumentException("a refusal needs object and reason; found object " + object + ", reason " + reason);
    }
  }
}
