package sluice.publisher;

import java.text.Normalizer;

/** One message about one run; the subject alone must be enough, as phones show only that. */
public record Notice(String subject, String message) {
  // What SNS takes: fewer than 100 characters, ASCII, no control characters.
  private static final int LONGEST_SUBJECT = 99;
  private static final int MOST_LINES = 12;

  public Notice {
    subject = fitting(subject);
    if (message.lines().count() > MOST_LINES) {
      throw new IllegalArgumentException("a notice has at most " + MOST_LINES + " lines, found " + message.lines().count());
    }
  }

  private static String fitting(String text) {
    String plain = text.replace('ł', 'l').replace('Ł', 'L').replace('–', '-').replace('·', '-');
    String ascii = Normalizer.normalize(plain, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .replaceAll("\\s+", " ")
        .replaceAll("[^\\x20-\\x7e]", "?");
    return ascii.length() <= LONGEST_SUBJECT ? ascii : ascii.substring(0, LONGEST_SUBJECT - 3) + "...";
  }
}
