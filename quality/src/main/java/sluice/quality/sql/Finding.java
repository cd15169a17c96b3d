package sluice.quality.sql;

/**
 * What came out of a rule.
 *
 * @param actual what was measured, or why nothing could be
 * @param failingRows rows that do not meet the rule; null for rules that are not about rows
 * @param sample the value of one of them, cut short; null where none can be shown
 */
public record Finding(Outcome outcome, String actual, Long failingRows, String sample) {
  public static Finding error(String why) {
    return new Finding(Outcome.ERROR, why, null, null);
  }
}
