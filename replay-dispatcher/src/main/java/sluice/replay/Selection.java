package sluice.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Which raw objects of the dataset a replay is about. */
public sealed interface Selection {
  /** Landed versions, as {@code s3://bucket/key?versionId=…}, and raw objects, by their keys in the raw zone. */
  record Files(List<String> files) implements Selection {
    public Files {
      files = List.copyOf(files);
    }
  }

  /**
   * Objects that were refused, whole or in rows; what is null does not narrow them.
   *
   * @param reason a reason's code
   * @param runId the run that brought or judged the object
   * @param since first day, in UTC, of the verdict
   * @param until last day of it
   */
  record Quarantine(String reason, String runId, LocalDate since, LocalDate until) implements Selection {}

  /** Everything of these ingest dates, both included. */
  record Dates(LocalDate from, LocalDate to) implements Selection {
    public Dates {
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(to, "to");
    }
  }
}
