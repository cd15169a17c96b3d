package sluice.extractors.kit.http;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the Retry-After header in both its forms; what is neither is as good as no header. */
final class RetryAfter {
  private RetryAfter() {}

  static Optional<Duration> of(Answer answer, Clock clock) {
    return answer.header("retry-after").flatMap(value -> parse(value.strip(), clock));
  }

  private static Optional<Duration> parse(String value, Clock clock) {
    if (value.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
    }
    try {
      Instant then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), then);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException neitherSecondsNorDate) {
      return Optional.empty();
    }
  }
}
