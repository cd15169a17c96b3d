package sluice.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.lake.ledger.FailedSource;
import sluice.lake.ledger.Failure;
import sluice.lake.ledger.RunRecord;
import sluice.report.model.Outcome;

/** A run's stages as its report draws them: when each began, how long it took, how long it usually takes, how it ended. */
final class ReportStages {
  private final RunRecord run;
  private final History history;
  private final List<History> earlier;

  /** @param earlier the histories of runs before this one, for what is usual */
  ReportStages(RunRecord run, History history, List<History> earlier) {
    this.run = run;
    this.history = history;
    this.earlier = earlier;
  }

  List<sluice.report.model.Stage> all() {
    List<sluice.report.model.Stage> stages = new ArrayList<>();
    history.stages().forEach((stage, span) -> stages.add(new sluice.report.model.Stage(stage.word(), Optional.empty(),
        Duration.between(history.begin(), span.start()), Duration.between(span.start(), span.end().orElse(span.start())),
        outcome(stage), usual(earlier.stream().flatMap(past -> Optional.ofNullable(past.stages().get(stage)).stream())
            .flatMap(past -> past.end().map(end -> Duration.between(past.start(), end)).stream()).toList()))));
    for (History.Extract extract : history.extracts()) {
      stages.add(source(extract.source(), extract.took(), Outcome.PASSED));
    }
    for (FailedSource failed : run.optionalFailed()) {
      stages.add(source(failed.source(), extraction(), Outcome.WARNED));
    }
    return stages;
  }

  private Outcome outcome(Stage stage) {
    if (Optional.ofNullable(run.failure()).map(Failure::stage).flatMap(Stage::ofFailure).filter(stage::equals).isPresent()) {
      return Outcome.FAILED;
    }
    return stage == Stage.EXTRACT && !run.optionalFailed().isEmpty() ? Outcome.WARNED : Outcome.PASSED;
  }

  private sluice.report.model.Stage source(String source, Duration took, Outcome outcome) {
    List<Duration> past = earlier.stream().flatMap(other -> other.extracts().stream())
        .filter(extract -> extract.source().equals(source)).map(History.Extract::took).toList();
    return new sluice.report.model.Stage(Stage.EXTRACT.word(), Optional.of(source), Duration.ZERO, took, outcome, usual(past));
  }

  // The stage waits for its slowest source, and one that failed was retried to the last.
  private Duration extraction() {
    return Optional.ofNullable(history.stages().get(Stage.EXTRACT))
        .flatMap(span -> span.end().map(end -> Duration.between(span.start(), end))).orElse(Duration.ZERO);
  }

  private static Optional<Duration> usual(List<Duration> past) {
    return past.isEmpty() ? Optional.empty() : Optional.of(past.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(past.size()));
  }
}
