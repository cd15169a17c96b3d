package sluice.extractors.kit.engine;

import java.time.Duration;
import java.util.function.LongSupplier;
import sluice.extractors.kit.Budget;

/**
 * What a leg may spend of its function's time: all but a reserve for saving its work, and no more than the source's own
 * limit. Time is measured by the function's own countdown, so that no clock is needed.
 */
public final class LegBudget implements Budget {
  /** Enough to end a last request, upload the last part and write the checkpoint. */
  public static final Duration RESERVE = Duration.ofSeconds(30);

  private final LongSupplier countdownMillis;
  private final Duration reserve;
  private final Duration limit;
  private final Duration atStart;

  /** {@code countdownMillis} is how much longer the function lives, asked again each time. */
  public LegBudget(LongSupplier countdownMillis, Duration reserve, Duration limit) {
    this.countdownMillis = countdownMillis;
    this.reserve = reserve;
    this.limit = limit;
    this.atStart = countdown();
  }

  @Override
  public Duration left() {
    Duration now = countdown();
    Duration ofFunction = now.minus(reserve);
    Duration ofLimit = limit.minus(atStart.minus(now));
    Duration least = ofFunction.compareTo(ofLimit) < 0 ? ofFunction : ofLimit;
    return least.isNegative() ? Duration.ZERO : least;
  }

  private Duration countdown() {
    return Duration.ofMillis(countdownMillis.getAsLong());
  }
}
