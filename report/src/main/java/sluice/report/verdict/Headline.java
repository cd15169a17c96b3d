package sluice.report.verdict;

import java.util.List;
import sluice.lake.ledger.RunStatus;
import sluice.report.model.Level;
import sluice.report.model.Problem;
import sluice.report.model.Run;
import sluice.report.page.Tone;

/**
 * The verdict in one word, and how it is to be taken.
 *
 * @param but what the status alone would hide; empty when it hides nothing
 */
public record Headline(Tone tone, RunStatus status, String but) {

  /** A run can end well and still have lost rows, or have read none; then the page must not be green. */
  public static Headline of(Run run, List<Problem> findings) {
    boolean failed = run.status() == RunStatus.FAILED;
    if (!failed && findings.stream().anyMatch(problem -> problem.level() == Level.ERROR)) {
      return new Headline(Tone.BAD, run.status(), "with errors");
    }
    if (!failed && run.total().read() == 0) {
      return new Headline(Tone.WARN, run.status(), "without a row");
    }
    return new Headline(Tone.of(run.status()), run.status(), "");
  }

  public String words() {
    return but.isEmpty() ? status.name() : status + ", " + but;
  }
}
