package sluice.lake.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void theStandardGivesUpWithinThirteenSeconds() {
    List<Duration> waits = new ArrayList<>();
    assertThatThrownBy(() -> Backoff.standard(waits::add).call(BackoffTest::unavailable))
        .isInstanceOf(StoreException.class)
        .hasMessage("not now (tried 7 times)");
    assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus)).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(13));
  }

  @Test
  void stopsAtOnceWhenItsThreadIsStopped() {
    Backoff backoff = new Backoff(5, Duration.ofSeconds(1), Duration.ofSeconds(1), time -> {
      throw new InterruptedException();
    });
    assertThatThrownBy(() -> backoff.call(BackoffTest::unavailable)).hasMessage("stopped while waiting to try again");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void refusesToTryNever() {
    assertThatThrownBy(() -> new Backoff(0, Duration.ZERO, Duration.ZERO, time -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected at least 1 attempt, found 0");
  }

  private static Void unavailable() {
    throw new StoreException(Fault.UNAVAILABLE, "not now", null);
  }
}
