package sluice.lake.contract;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How old the newest data may be, as contracts write it: {@code 90m}, {@code 36h}, {@code 2d}. */
public final class Freshness {
  static final String EXPECTED = "a number from 1 to 9999 with m, h or d, such as 36h";

  private static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,3})([mhd])");

  private Freshness() {}

  public static Duration parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("expected " + EXPECTED + ", found \"" + text + "\"");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  /** In the largest unit that loses nothing; two days are {@code 2d}, however they were written. */
  public static String text(Duration age) {
    if (age.equals(Duration.ofDays(age.toDays()))) {
      return age.toDays() + "d";
    }
    return age.equals(Duration.ofHours(age.toHours())) ? age.toHours() + "h" : age.toMinutes() + "m";
  }
}
