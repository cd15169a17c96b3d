package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

class HistoryTest {
  private static final Instant BEGIN = Instant.parse("2026-11-21T06:00:00Z");

  @Test
  void aStageLastsFromItsFirstStateToItsLast() {
    History history = History.of(List.of(entered("Prepare the build", 10), exited("Prepare the build", 11, "{}"), entered("Build the marts", 11), exited("Build the marts", 20, "{}")));

    History.Span build = history.stages().get(Stage.BUILD);
    assertThat(build.until(BEGIN.plusSeconds(99))).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void aStageThatStillWorksHasNoEnd() {
    History history = History.of(List.of(entered("Build the marts", 11)));

    assertThat(history.stages().get(Stage.BUILD).end()).isEmpty();
  }

  @Test
  void tellsWhatASourceDelivered() {
    History history = History.of(List.of(entered("Extract every source", 0), entered("Extract the source", 0),
        exited("Extract the source", 7, "{\"source\":\"devitjobs\",\"status\":\"complete\",\"rows\":300,\"statedTotal\":300}")));

    assertThat(history.extracts()).containsExactly(new History.Extract("devitjobs", 300, Optional.of(300L), Duration.ofSeconds(7)));
  }

  @Test
  void aLegThatIsContinuedIsNoDelivery() {
    History history = History.of(List.of(entered("Extract the source", 0), exited("Extract the source", 7, "{\"source\":\"devitjobs\",\"status\":\"continue\",\"rows\":120}")));

    assertThat(history.extracts()).isEmpty();
  }

  @Test
  void anOutputThatIsNotJsonOnlyCostsAProgressLine() {
    History history = History.of(List.of(entered("Extract the source", 0), exited("Extract the source", 7, "redacted")));

    assertThat(history.extracts()).isEmpty();
  }

  private static HistoryEvent entered(String state, long second) {
    return HistoryEvent.builder().timestamp(BEGIN.plusSeconds(second)).stateEnteredEventDetails(details -> details.name(state)).build();
  }

  private static HistoryEvent exited(String state, long second, String output) {
    return HistoryEvent.builder().timestamp(BEGIN.plusSeconds(second)).stateExitedEventDetails(details -> details.name(state).output(output)).build();
  }
}
