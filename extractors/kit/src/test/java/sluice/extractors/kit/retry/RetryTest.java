package sluice.extractors.kit.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.extractors.kit.Fault;
import sluice.extractors.kit.ManualBudget;
import sluice.extractors.kit.SleepLog;
import sluice.extractors.kit.SourceChangedException;
import sluice.extractors.kit.SourceUnavailableException;

class RetryTest {
  private final ManualBudget budget = ManualBudget.ample();
  private final SleepLog sleeps = new SleepLog(budget);
  private final List<String> told = new ArrayList<>();
  private final Retry retry = new Retry(RetryPolicy.REQUESTS, sleeps, (setback, wait) -> told.add(setback.getMessage() + " " + wait));

  @Test
  void theFirstSuccessIsTheAnswerAndNobodyWaits() throws IOException {
    assertThat(retry.<String>run(budget, number -> "try " + number)).isEqualTo("try 0");
    assertThat(sleeps.waits()).isEmpty();
  }

  @Test
  void waitsGrowAndTheListenerHearsOfEach() throws IOException {
    String answer = retry.run(budget, number -> {
      if (number < 3) {
        throw Setback.unavailable(Fault.SITE_UNAVAILABLE, "down " + number, null);
      }
      return "up";
    });
    assertThat(answer).isEqualTo("up");
    assertThat(sleeps.waits()).containsExactly(seconds(1), seconds(2), seconds(4));
    assertThat(told).containsExactly("down 0 PT1S", "down 1 PT2S", "down 2 PT4S");
  }

  @Test
  void whatTheWorldDoesNotMendIsUnavailableAndSaysWhatWasTried() {
    IOException cause = new IOException("gone");
    assertThatThrownBy(() -> retry.run(budget, number -> {
      throw Setback.unavailable(Fault.SITE_UNAVAILABLE, "the site is down", cause);
    }))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessage("S101 the site is down; tried 4 times, waited 1 s, 2 s, 4 s")
        .hasCause(cause);
  }

  @Test
  void anUnexpectedAnswerThatStaysIsAChange() {
    assertThatThrownBy(() -> retry.run(budget, number -> {
      throw Setback.unexpected(Fault.NOT_JSON, "page 1 is HTML");
    }))
        .isInstanceOf(SourceChangedException.class)
        .hasMessage("S104 page 1 is HTML; tried 4 times, waited 1 s, 2 s, 4 s");
  }

  @Test
  void aLongerRequestedWaitIsHonouredUpToTheBoundAndAShorterOneIsNot() throws IOException {
    List<Duration> asked = List.of(Duration.ZERO, seconds(17), Duration.ofDays(1));
    retry.run(budget, number -> {
      if (number < 3) {
        throw Setback.asksToWait(Fault.TOO_MANY_REQUESTS, "slow down", Optional.of(asked.get(number)));
      }
      return "fine";
    });
    assertThat(sleeps.waits()).containsExactly(seconds(1), seconds(17), seconds(60));
  }

  @Test
  void aWaitThatTheBudgetCannotPayEndsTheTrying() {
    ManualBudget short3 = new ManualBudget(seconds(3));
    Retry retrying = new Retry(RetryPolicy.REQUESTS, new SleepLog(short3), (setback, wait) -> {});
    assertThatThrownBy(() -> retrying.run(short3, number -> {
      throw Setback.unavailable(Fault.SITE_UNAVAILABLE, "down", null);
    }))
        .isInstanceOfSatisfying(OutOfTimeException.class, e -> assertThat(e.failure())
            .isInstanceOf(SourceUnavailableException.class)
            .hasMessage("S101 down; tried 2 times, waited 1 s, then the time was up"));
  }

  @Test
  void withoutTimeForAnyWaitItWasTriedOnce() {
    ManualBudget none = new ManualBudget(Duration.ZERO);
    assertThatThrownBy(() -> retry.run(none, number -> {
      throw Setback.unavailable(Fault.SITE_UNAVAILABLE, "down", null);
    })).hasMessage("S101 down; tried once, then the time was up");
  }

  @Test
  void anInterruptEndsTheTryingAndStaysVisible() {
    Retry interrupted = new Retry(RetryPolicy.REQUESTS, wait -> {
      throw new InterruptedException();
    }, (setback, wait) -> {});
    assertThatThrownBy(() -> interrupted.run(budget, number -> {
      throw Setback.unavailable(Fault.SITE_UNAVAILABLE, "down", null);
    })).isInstanceOf(InterruptedIOException.class).hasMessage("interrupted while trying");
    assertThat(Thread.interrupted()).isTrue();
  }

  private static Duration seconds(long count) {
    return Duration.ofSeconds(count);
  }
}
