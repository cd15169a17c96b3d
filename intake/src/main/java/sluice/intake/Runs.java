package sluice.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import sluice.lake.RunId;
import sluice.lake.event.EventLog;
import sluice.lake.event.EventName;
import sluice.lake.json.Json;
import sluice.lake.landing.LandedBatch;
import sluice.lake.workflow.Start;
import sluice.lake.workflow.StartOnce;

/** Makes sure that the run of a batch exists; its input is {@code {"batch": "<key>"}} whoever starts it. */
final class Runs {
  private final StartOnce startOnce;
  private final EventLog log;

  Runs(StartOnce startOnce, EventLog log) {
    this.startOnce = startOnce;
    this.log = log;
  }

  Start ensure(RunId run) {
    Start start = startOnce.start(run, input(run));
    EventName happened = switch (start) {
      case Start.Started started -> EventName.RUN_STARTED;
      case Start.Joined joined -> EventName.RUN_JOINED;
      case Start.Again again -> EventName.RUN_STARTED_AGAIN;
    };
    log.happened(happened, Map.of("runId", start.name(), "sourceObject", LandedBatch.key(run)));
    return start;
  }

  private static String input(RunId run) {
    try {
      return Json.MAPPER.writeValueAsString(Map.of("batch", LandedBatch.key(run)));
    } catch (JsonProcessingException oneTextIsAlwaysJson) {
      throw new IllegalStateException(oneTextIsAlwaysJson);
    }
  }
}
