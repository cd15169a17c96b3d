package sluice.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.cli.installation.Installation;
import sluice.lake.ledger.RunRecord;

@Command(name = "report", description = "Write the report of a run as one HTML file.")
final class ReportCommand extends InstallationCommand {
  @Parameters(arity = "0..1", paramLabel = "RUN", description = "Its id, a unique beginning of it, latest (default), latest~1.", defaultValue = "latest")
  String run;

  @Override
  Exit execute() throws Exception {
    try (Installation here = open()) {
      Runs runs = new Runs(here, surroundings().clock());
      RunRecord record = new RunReference(run).resolve(runs.ledger(), here.command("runs"));
      Optional<Path> written = new ReportFile(surroundings(), here).write(record, runs.history(record.executionArn()), console());
      if (json) {
        var document = here.document("report").put("runId", record.runId().value());
        written.ifPresent(path -> document.put("report", path.toString()));
        console().answer(Document.text(document));
      } else {
        written.ifPresent(path -> console().answer(path.toString()));
      }
      return written.isPresent() ? Exit.DONE : Exit.NO;
    }
  }
}
