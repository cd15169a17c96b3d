package sluice.report.model;

import java.time.Instant;
import java.util.Optional;

/**
 * Rows, or one whole object, that the gate held back for one reason.
 *
 * @param id the same string as in notice and terminal
 * @param reason a stable snake_case code
 * @param rows how many rows; empty when the object could not be read
 * @param object its key in the lake
 * @param row the first such row of the object, from 1
 * @param example the raw text, or what was found in its place
 * @param rule where the rule stands, as file:line
 * @param next the line that mends it
 */
public record Quarantined(
    String id,
    String dataset,
    String reason,
    Extent extent,
    Optional<Long> rows,
    Instant firstSeen,
    String object,
    Optional<Long> row,
    Optional<String> example,
    Optional<String> rule,
    Optional<String> next) {

  /** How much was held back. */
  public enum Extent {
    ROW,
    OBJECT
  }
}
