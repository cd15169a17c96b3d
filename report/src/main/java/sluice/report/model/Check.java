package sluice.report.model;

import java.time.Duration;
import java.util.Optional;

/**
 * One dbt test and what it said.
 *
 * @param on the model or source it looks at
 * @param failures rows that broke it
 * @param message what dbt said, when it did not pass
 */
public record Check(
    String name, Kind kind, String on, Outcome outcome, long failures, Duration took, Optional<String> message) {

  /** A data test reads the tables; a unit test reads rows that were written for it. */
  public enum Kind {
    DATA,
    UNIT
  }
}
