package sluice.extractors.kit;

import java.time.Duration;

/** A budget that a test spends by hand. */
public final class ManualBudget implements Budget {
  private Duration left;

  public ManualBudget(Duration left) {
    this.left = left;
  }

  /** More than any test needs. */
  public static ManualBudget ample() {
    return new ManualBudget(Duration.ofHours(1));
  }

  public void spend(Duration time) {
    left = left.compareTo(time) < 0 ? Duration.ZERO : left.minus(time);
  }

  @Override
  public Duration left() {
    return left;
  }
}
