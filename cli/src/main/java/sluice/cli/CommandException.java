package sluice.cli;

import java.util.List;
import sluice.lake.problem.Problem;

/** Ends a command: says why, for people and for programs, and with which exit code. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Exit exit;
  private final transient List<Problem> problems;

  public CommandException(Exit exit, Problem problem) {
    this(exit, List.of(problem));
  }

  public CommandException(Exit exit, List<Problem> problems) {
    super(problems.getFirst().toString());
    this.exit = exit;
    this.problems = List.copyOf(problems);
  }

  public Exit exit() {
    return exit;
  }

  public List<Problem> problems() {
    return problems;
  }
}
