package sluice.lake.problem;

import java.util.List;
import java.util.stream.Collectors;

/** What a person gave us cannot be used; it carries everything that is wrong with it, not only the first thing. */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidInputException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
