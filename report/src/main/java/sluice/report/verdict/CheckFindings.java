package sluice.report.verdict;

import java.util.List;
import sluice.report.model.Check;
import sluice.report.model.Level;
import sluice.report.model.Outcome;
import sluice.report.model.Problem;
import sluice.report.model.ReportModel;
import sluice.report.page.Anchors;
import sluice.report.text.Figures;

/** What the tests of the data tell: one finding for each that did not pass. */
final class CheckFindings {
  private CheckFindings() {}

  static List<Problem> of(ReportModel model) {
    if (model.checks().isEmpty() && !model.run().marts().isEmpty()) {
      return List.of(Problem.of("no_test_results", Level.WARNING, "build", "tables were published and no test left a result"));
    }
    return model.checks().stream()
        .filter(check -> check.outcome() == Outcome.FAILED || check.outcome() == Outcome.WARNED)
        .map(CheckFindings::finding)
        .toList();
  }

  private static Problem finding(Check check) {
    Level level = check.outcome() == Outcome.FAILED ? Level.ERROR : Level.WARNING;
    String rows = check.failures() > 0 ? ": " + Figures.count(check.failures(), "row") : "";
    return Problem.of(check.name(), level, check.on(), "the test did not pass" + rows).link("#rule-" + Anchors.slug(check.name()));
  }
}
