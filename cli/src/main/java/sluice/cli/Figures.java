package sluice.cli;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them: thousands separators, seconds with one decimal, minutes when it gets long. */
public final class Figures {
  private Figures() {}

  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** {@code 1 error}, {@code 2,000 errors}. */
  public static String counted(long number, String what) {
    return count(number) + " " + what + (number == 1 ? "" : "s");
  }

  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  public static String span(Duration duration) {
    if (duration.toSeconds() < 60) {
      return seconds(duration);
    }
    return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
  }

  /** Seconds as a JSON number with one decimal. */
  public static double decimal(Duration duration) {
    return Math.round(duration.toMillis() / 100.0) / 10.0;
  }
}
