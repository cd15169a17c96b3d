package sluice.extractors.kit.retry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How often and after which waits something is tried again. */
public record RetryPolicy(List<Duration> waits, Duration longestAsked) {
  /** For requests to a site: three more tries. */
  public static final RetryPolicy REQUESTS =
      new RetryPolicy(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)), Duration.ofSeconds(60));

  /** For connections to a database, which the caller can do without: two more tries. */
  public static final RetryPolicy CONNECTIONS =
      new RetryPolicy(List.of(Duration.ofSeconds(1), Duration.ofSeconds(2)), Duration.ZERO);

  public RetryPolicy {
    waits = List.copyOf(waits);
  }

  /**
   * The wait after the given failure, counted from 0; nothing when it was the last. What the other side asks for
   * counts where it is longer than ours, up to a bound: a site must not be able to put us to sleep for a day.
   */
  Optional<Duration> waitAfter(int failure, Optional<Duration> asked) {
    if (failure >= waits.size()) {
      return Optional.empty();
    }
    Duration own = waits.get(failure);
    Duration theirs = asked.map(a -> a.compareTo(longestAsked) > 0 ? longestAsked : a).orElse(own);
    return Optional.of(theirs.compareTo(own) > 0 ? theirs : own);
  }
}
