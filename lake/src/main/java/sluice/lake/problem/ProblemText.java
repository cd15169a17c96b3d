package sluice.lake.problem;

import java.util.ArrayList;
import java.util.List;

/** Shows a problem to a person: code, place, the line with a caret under it, what was found, what to do. */
public final class ProblemText {
  private ProblemText() {}

  /** The lines of one problem; {@code sources} may know the text of its file. */
  public static List<String> lines(Problem problem, SourceLines sources) {
    List<String> lines = new ArrayList<>();
    lines.add(problem.level().word() + "[" + problem.code() + "]: " + problem.what());
    Excerpt excerpt = Excerpt.of(problem, sources);
    if (problem.file() != null) {
      lines.add("  --> " + problem.position());
    }
    lines.addAll(excerpt.lines(problem.expected()));
    String gutter = " ".repeat(excerpt.gutter()) + " = ";
    if (excerpt.isEmpty()) {
      add(lines, gutter, "expected", problem.expected());
    }
    add(lines, gutter, "found", problem.found());
    problem.tried().forEach(attempt -> add(lines, gutter, "tried", attempt));
    add(lines, gutter, "safe", problem.safe());
    problem.next().forEach(step -> add(lines, gutter, problem.file() == null ? "next" : "hint", step));
    return lines;
  }

  private static void add(List<String> lines, String gutter, String word, String text) {
    if (text != null) {
      lines.add(gutter + (word.length() < 6 ? String.format("%-6s", word) : word) + " " + text);
    }
  }
}
