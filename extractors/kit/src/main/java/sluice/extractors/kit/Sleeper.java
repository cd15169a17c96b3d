package sluice.extractors.kit;

import java.time.Duration;

/** Waits; passed in, so that a test of waiting does not wait. */
@FunctionalInterface
public interface Sleeper {
  /** Really waits. */
  Sleeper REAL = Thread::sleep;

  void sleep(Duration wait) throws InterruptedException;
}
