package sluice.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.cli.installation.Installation;
import sluice.cli.installation.LocalInstallation;
import sluice.lake.problem.Problem;
import sluice.local.world.Origin;
import sluice.local.world.World;

@Command(name = "run", description = "Start a run and follow it to its end.")
final class RunCommand extends InstallationCommand {
  @Option(names = "--source", paramLabel = "SOURCE", description = "Run only this source; may be given several times.")
  List<String> sources = List.of();

  @Option(names = "--live", description = "Let the local world read the live sites instead of the sample ones.")
  boolean live;

  @Override
  Exit execute() throws Exception {
    RunOperation operation = new RunOperation(surroundings(), console());
    operation.known(sources);
    try (Installation here = live ? liveWorld() : open(); Interruption interruption = new Interruption(surroundings(), console())) {
      return tell(operation.run(here, sources, interruption), "run");
    }
  }

  private Installation liveWorld() throws Exception {
    if (!env.equals(LocalInstallation.NAME)) {
      throw new CommandException(Exit.WRONG_INPUT, Problem.error("W104", "--live and --env exclude each other")
          .found("--live --env " + env).expected("--live for the local world; an environment always reads the live sites"));
    }
    var running = World.running(surroundings().home());
    if (running.isEmpty()) {
      World started = new WorldSession(surroundings(), console()).startAndLeaveUp(new Origin.Live(), Set.of());
      return new LocalInstallation(started, surroundings().project());
    }
    if (running.get().file().site() != null) {
      throw new CommandException(Exit.BUSY, Problem.error("W021", "a world with sample sites is up")
          .expected("no world, or one with the live sites")
          .next("./sluice down", "./sluice run --live"));
    }
    return new LocalInstallation(running.get(), surroundings().project());
  }
}
