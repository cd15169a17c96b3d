package sluice.quality;

import java.util.List;
import java.util.stream.Collectors;
import sluice.lake.problem.Problem;

/** Rules that cannot be evaluated: it names all of them, and the run stops before it begins. The workflow knows it by its name. */
public final class QualityRulesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public QualityRulesException(List<Problem> problems) {
    super(problems.stream().map(QualityRulesException::line).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  private static String line(Problem problem) {
    String rule = problem.where() == null ? "" : "; in " + problem.where();
    String mend = problem.next().isEmpty() ? "" : "; to mend it: " + String.join(", or ", problem.next());
    return problem + rule + mend;
  }
}
