package sluice.quality.dqdl;

import sluice.lake.problem.Problem;

/** A rule that cannot be evaluated; it knows what is wrong, and is told of its place by who knows it. */
public final class RefusedRuleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private RefusedRuleException(Problem problem) {
    super(problem.what());
    this.problem = problem;
  }

  /**
   * A refusal.
   *
   * @param code as in {@link RuleCode}
   * @param next what to write instead
   */
  public static RefusedRuleException of(RuleCode code, String what, String expected, String found, String... next) {
    return new RefusedRuleException(Problem.error(code.code(), what).expected(expected).found(found).next(next));
  }

  /** The refusal as a person reads it: with the rule, its line, and the file. */
  public Problem in(RulesText source, int line, String rule) {
    return problem.where(rule + " (line " + line + " of " + source.key() + ")").at(source.file(), source.line(), 1);
  }

  public Problem problem() {
    return problem;
  }
}
