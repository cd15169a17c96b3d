package sluice.lake;

import java.time.Duration;

/** Waits; passed in, so that tests of anything that waits take no time. */
@FunctionalInterface
public interface Sleeper {
  Sleeper REAL = Thread::sleep;

  void sleep(Duration time) throws InterruptedException;
}
