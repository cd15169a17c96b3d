package sluice.report.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sluice.report.model.Problem;
import sluice.report.model.ReportModel;

/**
 * Everything somebody may have to look at, the worst first: what the model was given, and what its own numbers show.
 * So a page cannot look clean only because nobody wrote the problem down.
 */
public final class Findings {
  private Findings() {}

  public static List<Problem> of(ReportModel model) {
    List<Problem> all = new ArrayList<>(model.problems());
    add(all, RunFindings.of(model));
    add(all, RowFindings.of(model));
    add(all, CheckFindings.of(model));
    all.sort(Comparator.comparing(Problem::level));
    return List.copyOf(all);
  }

  // What the pipeline said itself about the same thing at the same place is worth more than what we derive.
  private static void add(List<Problem> all, List<Problem> derived) {
    for (Problem problem : derived) {
      if (all.stream().noneMatch(known -> sameStory(known, problem))) {
        all.add(problem);
      }
    }
  }

  private static boolean sameStory(Problem known, Problem derived) {
    boolean sameCode = known.code().equalsIgnoreCase(derived.code());
    boolean runItself = derived.code().equals(RunFindings.RUN_FAILED) || derived.code().equals(RunFindings.SOURCE_FAILED);
    return known.where().equals(derived.where()) && (sameCode || (runItself && known.level().compareTo(derived.level()) <= 0));
  }
}
