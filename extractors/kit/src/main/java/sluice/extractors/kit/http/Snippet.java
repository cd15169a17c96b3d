package sluice.extractors.kit.http;

import java.nio.charset.StandardCharsets;

/** Shows how foreign bytes begin, on one line and without anything that could disturb a terminal or a log. */
public final class Snippet {
  private static final int LONGEST = 160;

  private Snippet() {}

  public static String of(byte[] bytes) {
    if (bytes.length == 0) {
      return "nothing";
    }
    int read = Math.min(bytes.length, 4 * LONGEST);
    String text = new String(bytes, 0, read, StandardCharsets.UTF_8)
        .replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ")
        .strip();
    int end = text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length())));
    boolean cut = end < text.length() || read < bytes.length;
    return text.substring(0, end) + (cut ? " …" : "");
  }
}
