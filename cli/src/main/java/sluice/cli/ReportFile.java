package sluice.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import sluice.cli.installation.Installation;
import sluice.lake.ledger.RunRecord;
import sluice.report.Report;
import sluice.report.dbt.DbtResults;
import sluice.report.model.Check;
import sluice.report.model.Outcome;
import sluice.report.model.ReportModel;

/** A run's report as a file. A report that cannot be made is said so and changes nothing about the run's own outcome. */
final class ReportFile {
  private final Surroundings surroundings;
  private final Installation here;

  ReportFile(Surroundings surroundings, Installation here) {
    this.surroundings = surroundings;
    this.here = here;
  }

  Optional<Path> write(Runs.Ended ended, Console console) throws InterruptedException {
    if (ended.record().isEmpty()) {
      console.journey(console.mark(Console.Mark.LOOK) + " no report: the run could not be recorded");
      return Optional.empty();
    }
    return write(ended.record().get(), ended.history(), console);
  }

  Optional<Path> write(RunRecord record, History history, Console console) throws InterruptedException {
    try {
      ReportModel model = new ReportSources(surroundings, here).model(record, history);
      Path file = surroundings.home().reports().resolve(record.runId().value() + ".html");
      Files.createDirectories(file.getParent());
      Files.writeString(file, Report.html(model));
      return Optional.of(file);
    } catch (IOException | RuntimeException e) {
      if (Interruption.hasBegun()) {
        return Optional.empty();
      }
      console.journey(console.mark(Console.Mark.LOOK) + " the report could not be written: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** One line on the run's data tests; absent when dbt never ran. */
  Optional<String> tests(Runs.Ended ended) {
    Optional<DbtResults> results = ended.record().flatMap(record -> new ReportSources(surroundings, here).dbt(record.runId()));
    return results.map(dbt -> {
      long passed = dbt.checks().stream().map(Check::outcome).filter(outcome -> outcome == Outcome.PASSED).count();
      long all = dbt.checks().size();
      return Figures.count(passed) + " of " + Figures.count(all) + " dbt tests passed";
    });
  }
}
