package sluice.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import sluice.lake.DatasetName;

/** What a key in the landing bucket says of its object: {@code <dataset>/…}, with or without a date. */
record LandingKey(String key) {
  private static final String YEAR = "(?<year>(?:19|20)[0-9]{2})";
  private static final String MONTH = "(?<month>[0-9]{2})";
  private static final String DAY = "(?<day>[0-9]{2})";
  /** The surest first: a partition, then folders, then a date in any name. */
  private static final List<Pattern> DATES = List.of(
      Pattern.compile("/ingest_date=" + YEAR + "-" + MONTH + "-" + DAY + "(?=/)"),
      Pattern.compile("/" + YEAR + "/" + MONTH + "/" + DAY + "(?=/)"),
      Pattern.compile("(?<![0-9])" + YEAR + "-" + MONTH + "-" + DAY + "(?![0-9])"));

  /** The first path segment, where it is one and has a dataset's shape; whether there is a contract is another question. */
  Optional<DatasetName> dataset() {
    int slash = key.indexOf('/');
    try {
      return slash < 0 ? Optional.empty() : Optional.of(new DatasetName(key.substring(0, slash)));
    } catch (IllegalArgumentException otherShape) {
      return Optional.empty();
    }
  }

  /** The day that the path names; a date that no calendar has, such as 30 February, is none. */
  Optional<LocalDate> date() {
    return DATES.stream().flatMap(pattern -> pattern.matcher(key).results()).map(LandingKey::date).flatMap(Optional::stream).findFirst();
  }

  /** Consoles and tools make folders of objects without a name; they hold no data. */
  boolean isFolder() {
    return key.endsWith("/");
  }

  private static Optional<LocalDate> date(MatchResult match) {
    try {
      return Optional.of(LocalDate.of(number(match, "year"), number(match, "month"), number(match, "day")));
    } catch (DateTimeException notInTheCalendar) {
      return Optional.empty();
    }
  }

  private static int number(MatchResult match, String group) {
    return Integer.parseInt(match.group(group));
  }
}
