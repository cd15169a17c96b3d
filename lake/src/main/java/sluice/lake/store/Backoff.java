package sluice.lake.store;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import sluice.lake.Sleeper;

/**
 * Tries a storage call again while the store is unavailable, each time after twice the wait.
 *
 * @param attempts how often the call is made at most
 * @param first the wait before the second attempt
 * @param longest no wait is longer than this
 */
public record Backoff(int attempts, Duration first, Duration longest, Sleeper sleeper) {
  public Backoff {
    if (attempts < 1) {
      throw new IllegalArgumentException("expected at least 1 attempt, found " + attempts);
    }
    Objects.requireNonNull(first);
    Objects.requireNonNull(longest);
    Objects.requireNonNull(sleeper);
  }

  /** Gives up after some 12 s: longer than a throttled bucket needs, far shorter than a function may run. */
  public static Backoff standard(Sleeper sleeper) {
    return new Backoff(7, Duration.ofMillis(200), Duration.ofSeconds(5), sleeper);
  }

  <T> T call(Supplier<T> call) {
    Duration wait = first;
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (StoreException failed) {
        if (failed.fault() != Fault.UNAVAILABLE) {
          throw failed;
        }
        if (attempt == attempts) {
          throw new StoreException(Fault.UNAVAILABLE, failed.getMessage() + " (tried " + attempts + " times)", failed);
        }
      }
      pause(wait);
      wait = wait.multipliedBy(2).compareTo(longest) < 0 ? wait.multipliedBy(2) : longest;
    }
  }

  private void pause(Duration wait) {
    try {
      sleeper.sleep(wait);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new StoreException(Fault.UNAVAILABLE, "stopped while waiting to try again", stop);
    }
  }
}
