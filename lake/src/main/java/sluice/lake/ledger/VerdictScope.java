package sluice.lake.ledger;

import java.time.LocalDate;
import java.util.Optional;
import sluice.lake.DatasetName;
import sluice.lake.contract.Load;

/**
 * The rows among which a repeated one is a duplicate: those of the same ingest date for a snapshot dataset, which
 * brings everything anew each day, and those of all time for the others.
 */
public record VerdictScope(DatasetName dataset, Optional<LocalDate> ingestDate) {
  public static VerdictScope of(DatasetName dataset, Load load, LocalDate ingestDate) {
    return new VerdictScope(dataset, load == Load.SNAPSHOT ? Optional.of(ingestDate) : Optional.empty());
  }

  /** {@code 2026-01-31} or {@code all}. */
  public String word() {
    return ingestDate.map(LocalDate::toString).orElse("all");
  }
}
