package sluice.extractors.kit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LegBudgetTest {
  private final AtomicLong countdown = new AtomicLong(900_000);

  @Test
  void theReserveIsTakenOffTheFunctionsTime() {
    LegBudget budget = new LegBudget(countdown::get, Duration.ofSeconds(30), Duration.ofHours(1));
    assertThat(budget.left()).isEqualTo(Duration.ofSeconds(870));
    countdown.set(30_001);
    assertThat(budget.spent()).isFalse();
    countdown.set(30_000);
    assertThat(budget.spent()).isTrue();
  }

  @Test
  void theSourcesOwnLimitEndsTheLegBeforeTheFunctionDoes() {
    LegBudget budget = new LegBudget(countdown::get, Duration.ofSeconds(30), Duration.ofSeconds(780));
    assertThat(budget.left()).isEqualTo(Duration.ofSeconds(780));
    countdown.addAndGet(-779_000);
    assertThat(budget.left()).isEqualTo(Duration.ofSeconds(1));
    countdown.addAndGet(-1_000);
    assertThat(budget.spent()).isTrue();
  }

  @Test
  void timeThatIsOverIsZeroAndNeverLess() {
    LegBudget budget = new LegBudget(countdown::get, Duration.ofSeconds(30), Duration.ofSeconds(780));
    countdown.set(5);
    assertThat(budget.left()).isZero();
  }
}
