package sluice.publisher;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import sluice.lake.ledger.RunCosts;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/** Reads it off the execution's history: each task is scheduled by an event and ended by one that follows it. */
final class SfnCostMeter implements CostMeter {
  private static final int PAGE = 1000;
  private static final double MILLIS = 1000;
  private static final String FUNCTION = "lambda";
  private static final String BUILD = "codebuild";

  private final SfnClient sfn;

  SfnCostMeter(SfnClient sfn) {
    this.sfn = Objects.requireNonNull(sfn);
  }

  @Override
  public RunCosts of(String executionArn) {
    return of(sfn.getExecutionHistoryPaginator(request -> request.executionArn(executionArn).includeExecutionData(false).maxResults(PAGE)).events());
  }

  static RunCosts of(Iterable<HistoryEvent> events) {
    long transitions = 0;
    Map<Long, HistoryEvent> scheduled = new HashMap<>();
    // A task's later events name the one before them, so that the scheduling is found by going back.
    Map<Long, Long> scheduledBy = new HashMap<>();
    Map<String, Duration> waited = new HashMap<>();
    for (HistoryEvent event : events) {
      if (event.stateEnteredEventDetails() != null) {
        transitions++;
      }
      if (event.taskScheduledEventDetails() != null) {
        scheduled.put(event.id(), event);
        scheduledBy.put(event.id(), event.id());
        continue;
      }
      Long task = scheduledBy.get(event.previousEventId());
      if (task == null) {
        continue;
      }
      scheduledBy.put(event.id(), task);
      if (ends(event)) {
        HistoryEvent begin = scheduled.get(task);
        waited.merge(begin.taskScheduledEventDetails().resourceType(), Duration.between(begin.timestamp(), event.timestamp()), Duration::plus);
        scheduledBy.remove(event.id());
      }
    }
    return new RunCosts(transitions, seconds(waited, FUNCTION), seconds(waited, BUILD));
  }

  private static boolean ends(HistoryEvent event) {
    return switch (event.type()) {
      case TASK_SUCCEEDED, TASK_FAILED, TASK_TIMED_OUT -> true;
      default -> false;
    };
  }

  private static double seconds(Map<String, Duration> waited, String resource) {
    return waited.getOrDefault(resource, Duration.ZERO).toMillis() / MILLIS;
  }
}
