package sluice.lake.problem;

import java.util.ArrayList;
import java.util.List;

/** The lines of a file that a problem points at, with a caret under the words it is about. */
final class Excerpt {
  private static final int LINES_BEFORE = 2;
  private static final int SMALLEST_GUTTER = 2;
  private static final int WIDEST_CARET = 60;

  private final List<String> source;
  private final int line;
  private final int column;

  private Excerpt(List<String> source, int line, int column) {
    this.source = source;
    this.line = line;
    this.column = column;
  }

  static Excerpt of(Problem problem, SourceLines sources) {
    if (problem.file() == null || problem.line() == null) {
      return new Excerpt(List.of(), 0, 0);
    }
    List<String> source = sources.lines(problem.file());
    boolean there = problem.line() <= source.size();
    return new Excerpt(there ? source : List.of(), problem.line(), problem.column());
  }

  boolean isEmpty() {
    return source.isEmpty();
  }

  int gutter() {
    return Math.max(SMALLEST_GUTTER, String.valueOf(line).length());
  }

  List<String> lines(String expected) {
    List<String> lines = new ArrayList<>();
    if (isEmpty()) {
      return lines;
    }
    for (int shown = firstShown(); shown <= line; shown++) {
      lines.add(("%" + gutter() + "d | %s").formatted(shown, plain(source.get(shown - 1))).stripTrailing());
    }
    String pointed = plain(source.get(line - 1));
    // YAML counts columns in code points, Java strings do not.
    int before = Math.min(column - 1, pointed.codePointCount(0, pointed.length()));
    String carets = "^".repeat(width(pointed.substring(pointed.offsetByCodePoints(0, before))));
    lines.add(" ".repeat(gutter()) + " | " + " ".repeat(before) + carets + (expected == null ? "" : " expected " + expected));
    return lines;
  }

  // A nested line says little without the entry it belongs to; a top-level one stands for itself.
  private int firstShown() {
    int first = line;
    while (first > 1 && line - first < LINES_BEFORE && indented(source.get(first - 1)) && indented(source.get(first - 2))) {
      first--;
    }
    return first;
  }

  private static boolean indented(String text) {
    return text.startsWith(" ");
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  /** How far the key or value that a text starts with reaches: to its closing quote, or to what ends a plain word. */
  private static int width(String text) {
    String word = text.substring(0, text.startsWith("\"") || text.startsWith("'") ? endOfQuoted(text) : endOfPlain(text));
    return Math.clamp(word.stripTrailing().codePointCount(0, word.stripTrailing().length()), 1, WIDEST_CARET);
  }

  private static int endOfQuoted(String text) {
    int end = text.indexOf(text.charAt(0), 1);
    return end < 0 ? text.length() : end + 1;
  }

  private static int endOfPlain(String text) {
    boolean inFlow = text.length() > 1 && "{[".indexOf(text.charAt(0)) < 0;
    for (int i = 1; i < text.length(); i++) {
      String rest = text.substring(i);
      boolean ends = rest.startsWith(": ") || rest.equals(":") || rest.startsWith(" #") || rest.startsWith(", ");
      if (inFlow && (ends || "}]".indexOf(text.charAt(i)) >= 0)) {
        return i;
      }
    }
    return text.length();
  }
}
