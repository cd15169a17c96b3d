package sluice.report.text;

/** Shortens what is too long for its place, and shows that it did. */
public final class Clip {
  private Clip() {}

  /** The beginning; never cuts a character in two. */
  public static String end(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, most - 1)).stripTrailing() + "…";
  }

  /** Both ends, for keys and hashes whose middle says least. */
  public static String middle(String text, int most) {
    int length = text.codePointCount(0, text.length());
    if (length <= most) {
      return text;
    }
    int head = (most - 1) / 2;
    int tail = most - 1 - head;
    return text.substring(0, text.offsetByCodePoints(0, head))
        + "…"
        + text.substring(text.offsetByCodePoints(0, length - tail));
  }
}
