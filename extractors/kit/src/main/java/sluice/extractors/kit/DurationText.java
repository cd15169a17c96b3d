package sluice.extractors.kit;

import java.time.Duration;

/** Writes a duration as messages show it: {@code 4 s}, {@code 300 ms}. */
public final class DurationText {
  private DurationText() {}

  public static String of(Duration duration) {
    return duration.toMillisPart() == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
  }
}
