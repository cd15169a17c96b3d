package sluice.extractors.devitjobs;

import java.time.Duration;

/** The scrolling list; one look is one round trip to the browser. */
@FunctionalInterface
interface ListView {
  /** Scrolls to {@code top}, waits for {@code pause} and until what belongs there is painted, and reads it. */
  Glimpse look(long top, Duration pause);
}
