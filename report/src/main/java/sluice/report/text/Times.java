package sluice.report.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and moments as people read them; always UTC, and moments say so. */
public final class Times {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ROOT);
  private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SHORT_MOMENT =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Times() {}

  public static String clock(Instant moment) {
    return CLOCK.format(moment);
  }

  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  public static String shortDay(LocalDate day) {
    return SHORT_DAY.format(day);
  }

  public static String moment(Instant moment) {
    return MOMENT.format(moment);
  }

  public static String shortMoment(Instant moment) {
    return SHORT_MOMENT.format(moment);
  }

  public static LocalDate dayOf(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  /** How long ago, in the largest unit that says enough: "14 min", "3 h", "2 days". */
  public static String age(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    if (age.toMinutes() < 1) {
      return "under 1 min";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + " min";
    }
    return age.toDays() < 2 ? age.toHours() + " h" : age.toDays() + " days";
  }
}
