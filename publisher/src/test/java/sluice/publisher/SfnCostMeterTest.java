package sluice.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import sluice.lake.ledger.RunCosts;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

class SfnCostMeterTest {
  private static final Instant SIX = Instant.parse("2026-11-21T06:00:00Z");

  private final List<HistoryEvent> events = new ArrayList<>();

  @Test
  void countsStatesAndTheTimeOfTasksThatRunSideBySide() {
    event(HistoryEventType.TASK_STATE_ENTERED, 0, 0, e -> e.stateEnteredEventDetails(d -> d.name("a")));
    event(HistoryEventType.TASK_SCHEDULED, 1, 0, e -> e.taskScheduledEventDetails(d -> d.resourceType("lambda")));
    event(HistoryEventType.TASK_SCHEDULED, 1, 1, e -> e.taskScheduledEventDetails(d -> d.resourceType("codebuild")));
    event(HistoryEventType.TASK_STARTED, 2, 1, e -> { });
    event(HistoryEventType.TASK_SUBMITTED, 3, 2, e -> { });
    event(HistoryEventType.TASK_SUCCEEDED, 4, 5, e -> { });
    event(HistoryEventType.TASK_FAILED, 5, 11, e -> { });
    event(HistoryEventType.PASS_STATE_ENTERED, 6, 11, e -> e.stateEnteredEventDetails(d -> d.name("b")));
    assertThat(SfnCostMeter.of(events)).isEqualTo(new RunCosts(2, 5, 10));
  }

  @Test
  void aTaskThatIsStillWaitedForCostsNothingYet() {
    event(HistoryEventType.TASK_SCHEDULED, 0, 0, e -> e.taskScheduledEventDetails(d -> d.resourceType("lambda")));
    event(HistoryEventType.TASK_STARTED, 1, 9, e -> { });
    assertThat(SfnCostMeter.of(events)).isEqualTo(new RunCosts(0, 0, 0));
  }

  private void event(HistoryEventType type, long previous, int second, Consumer<HistoryEvent.Builder> details) {
    HistoryEvent.Builder event = HistoryEvent.builder().id(events.size() + 1L).previousEventId(previous).type(type).timestamp(SIX.plusSeconds(second));
    details.accept(event);
    events.add(event.build());
  }
}
