package sluice.lake.problem;

import java.util.List;
import java.util.Objects;

/**
 * What went wrong, answered for a person: what happened, what was tried, what is safe, what to type.
 *
 * @param code a stable code to search for, such as {@code C104}
 * @param where the place in words, such as a source's name or a column; may be null
 * @param file with line and column (from 1), when the problem is at a place in a file
 * @param next commands or changes that mend it, the best first
 */
public record Problem(
    String code,
    Level level,
    String where,
    String what,
    String found,
    String expected,
    String file,
    Integer line,
    Integer column,
    List<String> tried,
    String safe,
    List<String> next) {
  public Problem {
    Objects.requireNonNull(code);
    Objects.requireNonNull(level);
    Objects.requireNonNull(what);
    tried = tried == null ? List.of() : List.copyOf(tried);
    next = next == null ? List.of() : List.copyOf(next);
  }

  public static Problem error(String code, String what) {
    return new Problem(code, Level.ERROR, null, what, null, null, null, null, null, null, null, null);
  }

  public static Problem warning(String code, String what) {
    return new Problem(code, Level.WARNING, null, what, null, null, null, null, null, null, null, null);
  }

  public Problem where(String place) {
    return new Problem(code, level, place, what, found, expected, file, line, column, tried, safe, next);
  }

  public Problem found(String text) {
    return new Problem(code, level, where, what, text, expected, file, line, column, tried, safe, next);
  }

  public Problem expected(String text) {
    return new Problem(code, level, where, what, found, text, file, line, column, tried, safe, next);
  }

  /** Line and column count from 1; a line of 0 means the file as a whole. */
  public Problem at(String inFile, int atLine, int atColumn) {
    Integer l = atLine > 0 ? atLine : null;
    Integer c = atLine > 0 ? atColumn : null;
    return new Problem(code, level, where, what, found, expected, inFile, l, c, tried, safe, next);
  }

  public Problem tried(String... attempts) {
    return new Problem(code, level, where, what, found, expected, file, line, column, List.of(attempts), safe, next);
  }

  public Problem safe(String text) {
    return new Problem(code, level, where, what, found, expected, file, line, column, tried, text, next);
  }

  public Problem next(String... steps) {
    return new Problem(code, level, where, what, found, expected, file, line, column, tried, safe, List.of(steps));
  }

  /** {@code file:line:column}, as far as it is known; empty without a file. */
  public String position() {
    if (file == null) {
      return "";
    }
    return line == null ? file : file + ":" + line + ":" + column;
  }

  /** One line for logs and exception messages. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(level.word()).append('[').append(code).append("]: ").append(what);
    if (file != null) {
      text.append(" (").append(position()).append(')');
    }
    if (expected != null) {
      text.append("; expected ").append(expected);
    }
    if (found != null) {
      text.append("; found ").append(found);
    }
    return text.toString();
  }
}
