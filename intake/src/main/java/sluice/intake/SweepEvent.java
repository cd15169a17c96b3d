package sluice.intake;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/**
 * A schedule's call, or a person's.
 *
 * @param age how long a version must have been there, such as {@code PT0S}; null for what the function's environment says
 */
record SweepEvent(String age) {
  SweepEvent {
    try {
      if (age != null) {
        Duration.parse(age);
      }
    } catch (DateTimeParseException otherShape) {
      throw new IllegalArgumentException("expected a duration such as PT1H in age, found " + age, otherShape);
    }
  }

  Duration age(Duration standard) {
    return age == null ? standard : Duration.parse(age);
  }
}
