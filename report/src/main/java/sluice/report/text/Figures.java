package sluice.report.text;

import java.time.Duration;
import java.util.Locale;

/** Numbers as people read them: thousands separated, rounded to what matters, always with their unit. */
public final class Figures {
  private Figures() {}

  public static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  /** "1 row", "2 rows". */
  public static String count(long n, String noun) {
    return count(n) + " " + (n == 1 ? noun : plural(noun));
  }

  public static String amount(double money) {
    return String.format(Locale.ROOT, "%,d", Math.round(money));
  }

  /** An axis' tick: no more decimals than it has. */
  public static String plain(double value) {
    return value == Math.rint(value) ? amount(value) : String.format(Locale.ROOT, "%,.2f", value).replaceFirst("0+$", "");
  }

  public static String share(double share) {
    double percent = share * 100;
    if (percent > 0 && percent < 0.1) {
      return "under 0.1 %";
    }
    boolean round = percent == 0 || percent == 100 || (percent >= 10 && percent <= 99);
    return String.format(Locale.ROOT, round ? "%.0f %%" : "%.1f %%", percent);
  }

  /** A change with its sign; the minus is a real one. */
  public static String change(double share) {
    String text = String.format(Locale.ROOT, "%.1f %%", Math.abs(share) * 100);
    if (text.equals("0.0 %")) {
      return "±0 %";
    }
    return (share < 0 ? "−" : "+") + text;
  }

  public static String time(Duration took) {
    double seconds = took.toMillis() / 1000.0;
    if (seconds < 60) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    long minutes = took.toMinutes();
    return minutes < 60
        ? minutes + " min " + took.toSecondsPart() + " s"
        : took.toHours() + " h " + took.toMinutesPart() + " min";
  }

  public static String bytes(long bytes) {
    if (bytes < 1000) {
      return count(bytes) + " B";
    }
    double kilo = bytes / 1000.0;
    return kilo < 1000
        ? String.format(Locale.ROOT, "%.1f kB", kilo)
        : String.format(Locale.ROOT, "%.1f MB", kilo / 1000);
  }

  private static String plural(String noun) {
    return noun.endsWith("y") && !noun.endsWith("day") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
  }
}
