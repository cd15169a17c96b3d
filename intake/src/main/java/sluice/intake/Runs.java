package sluice.intake;

import java.util.Map;
import sluice.lake.RunId;
import sluice.lake.event.EventLog;
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
    Start start = startOnce.start(run, Json.text(Map.of("batch", LandedBatch.key(run))));
    log.happened(start.event(), Map.of("runId", start.name(), "sourceObject", LandedBatch.key(run)));
    return start;
  }
}
