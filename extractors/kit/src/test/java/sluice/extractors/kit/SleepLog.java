package sluice.extractors.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import sluice.lake.Sleeper;

/** Notes each wait instead of waiting, and lets it take time off a budget. */
public final class SleepLog implements Sleeper {
  private final List<Duration> waits = new ArrayList<>();
  private final ManualBudget budget;

  public SleepLog(ManualBudget budget) {
    this.budget = budget;
  }

  public SleepLog() {
    this(ManualBudget.ample());
  }

  @Override
  public void sleep(Duration wait) {
    waits.add(wait);
    budget.spend(wait);
  }

  public List<Duration> waits() {
    return List.copyOf(waits);
  }
}
