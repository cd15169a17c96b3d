package sluice.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import sluice.cli.installation.Installation;
import sluice.lake.problem.Problem;
import sluice.lake.source.SourceSpec;
import sluice.lake.source.Sources;

/** One run from its start to its report; what demo and run share. */
final class RunOperation {
  private final Surroundings surroundings;
  private final Console console;

  RunOperation(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  RunSummary run(Installation here, List<String> sources, Interruption interruption) throws IOException, InterruptedException {
    return follow(here, new Runs(here, surroundings.clock()).start(sources, RandomGenerator.getDefault()), interruption);
  }

  /** Sees a run that has started, whoever started it, to its end. */
  RunSummary follow(Installation here, Runs.Started started, Interruption interruption) throws IOException, InterruptedException {
    Duration setup = surroundings.sinceLaunch();
    interruption.whileRunning(started, here);
    console.journey(console.isLive() ? "Run " + started.runId().value()
        : Logfmt.line(surroundings.clock().instant(), "run", "started", "id", started.runId().value()));
    Runs.Ended ended = new Runs(here, surroundings.clock()).follow(started, new Progress(console, surroundings.clock()));
    interruption.runEnded();
    // From here on a killed machine loses nothing of this run.
    here.keep();
    ReportFile report = new ReportFile(surroundings, here);
    Optional<Path> written = report.write(ended, console);
    return new RunSummary(here, ended, setup, written, report.tests(ended));
  }

  /** The sources a person named; a name that is none is refused before anything starts. */
  List<String> known(List<String> wanted) {
    List<String> names = Sources.readAll(surroundings.project().extractors()).stream().map(SourceSpec::source).map(name -> name.value()).toList();
    for (String name : wanted) {
      if (!names.contains(name)) {
        throw new CommandException(Exit.WRONG_INPUT, Problem.error("W012", "there is no source \"" + name + "\"")
            .found(name)
            .expected("one of " + String.join(", ", names)));
      }
    }
    return wanted;
  }
}
