package sluice.extractors.kit.retry;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.extractors.kit.Budget;
import sluice.extractors.kit.DurationText;
import sluice.lake.Sleeper;

/** Tries something until it succeeds, the policy has no more tries, or the budget has no time for the next wait. */
public final class Retry {
  private final RetryPolicy policy;
  private final Sleeper sleeper;
  private final Listener listener;

  public Retry(RetryPolicy policy, Sleeper sleeper, Listener listener) {
    this.policy = policy;
    this.sleeper = sleeper;
    this.listener = listener;
  }

  /** Is told before each wait. */
  @FunctionalInterface
  public interface Listener {
    void waiting(Setback setback, Duration wait);
  }

  /** One try; {@code number} counts from 0. */
  @FunctionalInterface
  public interface Attempt<T> {
    T make(int number) throws Setback, InterruptedException;
  }

  /**
   * The first success, or the last setback as the exception that it stands for.
   *
   * @throws OutOfTimeException when a further try was due and the budget could not pay the wait before it
   */
  public <T> T run(Budget budget, Attempt<T> attempt) throws InterruptedIOException {
    List<Duration> waited = new ArrayList<>();
    try {
      while (true) {
        try {
          return attempt.make(waited.size());
        } catch (Setback setback) {
          Optional<Duration> wait = policy.waitAfter(waited.size(), setback.asked());
          if (wait.isEmpty()) {
            throw setback.forGood(tried(waited));
          }
          if (budget.left().compareTo(wait.get()) <= 0) {
            throw new OutOfTimeException(setback.forGood(tried(waited) + ", then the time was up"));
          }
          listener.waiting(setback, wait.get());
          sleeper.sleep(wait.get());
          waited.add(wait.get());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while trying");
    }
  }

  private static String tried(List<Duration> waited) {
    if (waited.isEmpty()) {
      return "tried once";
    }
    return "tried " + (waited.size() + 1) + " times, waited "
        + waited.stream().map(DurationText::of).collect(Collectors.joining(", "));
  }
}
