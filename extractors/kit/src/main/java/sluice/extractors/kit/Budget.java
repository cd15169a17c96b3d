package sluice.extractors.kit;

import java.time.Duration;

/** The time a leg may still read; what is needed afterwards to save its work is already taken off. */
@FunctionalInterface
public interface Budget {

  /** Time left for reading, zero or more. */
  Duration left();

  /** Whether the leg must stop now and save its place. */
  default boolean spent() {
    return left().isZero();
  }
}
