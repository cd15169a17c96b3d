package sluice.report.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sluice.lake.ledger.FailedSource;
import sluice.lake.ledger.Failure;
import sluice.report.model.Level;
import sluice.report.model.Problem;
import sluice.report.model.ReportModel;
import sluice.report.model.Run;
import sluice.report.text.Times;

/** What the run's own end tells: where it failed, and which optional sources it went on without. */
final class RunFindings {
  static final String RUN_FAILED = "run_failed";
  static final String SOURCE_FAILED = "optional_source_failed";

  private RunFindings() {}

  static List<Problem> of(ReportModel model) {
    List<Problem> found = new ArrayList<>();
    Run run = model.run();
    run.failure().ifPresent(failure -> found.add(failed(failure, model)));
    for (FailedSource source : run.optionalFailed()) {
      found.add(Problem.of(SOURCE_FAILED, Level.WARNING, source.source(), Sentences.error(source.error(), source.cause()))
          .safe("everything required is published; its earlier rows stay")
          .since(failingSince(source, model))
          .next("./sluice run"));
    }
    return found;
  }

  private static Problem failed(Failure failure, ReportModel model) {
    return Problem.of(RUN_FAILED, Level.ERROR, failure.stage(), Sentences.error(failure.error(), failure.cause()))
        .safe(readers(model))
        .since(model.run().startedAt())
        .next("./sluice run");
  }

  static String readers(ReportModel model) {
    Optional<Instant> published = model.market().flatMap(market -> market.publishedAt());
    return published
        .map(moment -> "nothing new is published; readers still see the data of " + Times.moment(moment))
        .orElse("nothing was published");
  }

  // The first of the runs in a row, up to this one, that went on without the source.
  private static Instant failingSince(FailedSource source, ReportModel model) {
    Instant since = model.run().startedAt();
    List<Run> latestFirst = model.history().stream()
        .filter(run -> run.startedAt().isBefore(model.run().startedAt()))
        .sorted(Comparator.comparing(Run::startedAt).reversed())
        .toList();
    for (Run run : latestFirst) {
      if (run.optionalFailed().stream().noneMatch(one -> one.source().equals(source.source()))) {
        break;
      }
      since = run.startedAt();
    }
    return since;
  }
}
