package sluice.quality;

import sluice.quality.dqdl.Severity;
import sluice.quality.sql.Finding;
import sluice.quality.sql.Outcome;

/**
 * What came out of one rule.
 *
 * @param table what people call the table
 * @param rule as it was written
 * @param metric what was measured, and {@code expected} the condition on it; null where the rule could not be compiled
 */
record RuleResult(String table, String rule, Severity level, String metric, String expected, Finding finding) {
  boolean passed() {
    return finding.outcome() == Outcome.PASSED;
  }

  /** A rule that could not be evaluated says nothing of the data, so it is no warning, whatever its level. */
  boolean stopsTheRun() {
    return finding.outcome() == Outcome.ERROR || !passed() && level == Severity.FAIL;
  }
}
