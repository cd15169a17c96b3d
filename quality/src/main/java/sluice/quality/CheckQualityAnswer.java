package sluice.quality;

import java.util.Comparator;
import java.util.List;
import sluice.quality.dqdl.Severity;

/**
 * How the rules came out, small enough for the workflow to carry.
 *
 * @param checked all rules; each of them is in one of the three other counts
 * @param failed those not met at level fail, and those that could not be evaluated: a run with any publishes nothing
 * @param warned those not met at level warn
 * @param failures at most {@value #MOST} of those that were not met, the ones that stop the run first
 */
public record CheckQualityAnswer(int checked, int passed, int failed, int warned, List<Failure> failures) {
  private static final int MOST = 20;
  private static final int LONGEST = 300;

  /** A rule that was not met; its level is {@code fail} where it could not be evaluated. */
  public record Failure(String table, String rule, Severity level, String actual, String expected) {}

  static CheckQualityAnswer of(List<RuleResult> results) {
    int passed = (int) results.stream().filter(RuleResult::passed).count();
    int failed = (int) results.stream().filter(RuleResult::stopsTheRun).count();
    List<Failure> failures = results.stream()
        .filter(result -> !result.passed())
        .sorted(Comparator.comparing(result -> !result.stopsTheRun()))
        .limit(MOST)
        .map(result -> new Failure(result.table(), cut(result.rule()), result.stopsTheRun() ? Severity.FAIL : Severity.WARN,
            cut(result.finding().actual()), cut(result.expected())))
        .toList();
    return new CheckQualityAnswer(results.size(), passed, failed, results.size() - passed - failed, failures);
  }

  private static String cut(String text) {
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
