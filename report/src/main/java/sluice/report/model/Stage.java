package sluice.report.model;

import java.time.Duration;
import java.util.Optional;

/**
 * One piece of the run's time: a room of the workflow, or one dataset's share of it.
 *
 * @param room the stage's name, as in the workflow: extract, gate, catalog, build, publish
 * @param dataset whose share this is; empty when the stage is one piece
 * @param start since the run's start
 * @param usual how long it took on average before; empty on a first run
 */
public record Stage(
    String room, Optional<String> dataset, Duration start, Duration took, Outcome outcome, Optional<Duration> usual) {

  public Duration end() {
    return start.plus(took);
  }
}
