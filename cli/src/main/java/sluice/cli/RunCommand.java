package sluice.cli;

import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.lake.problem.Problem;
import sluice.local.world.Origin;
import sluice.local.world.World;

@Command(name = "run", description = "Start a run in the local world and follow it to its end.")
final class RunCommand extends Invocation {
  @Option(names = "--source", paramLabel = "SOURCE", description = "Run only this source; may be given several times.")
  List<String> sources = List.of();

  @Option(names = "--live", description = "Read the live sites instead of the sample ones.")
  boolean live;

  @Override
  Exit execute() throws Exception {
    RunOperation operation = new RunOperation(surroundings(), console());
    operation.known(sources);
    try (World world = world(); Interruption interruption = new Interruption(surroundings(), console())) {
      return tell(operation.run(world, sources, interruption), "run");
    }
  }

  private World world() throws Exception {
    WorldSession session = new WorldSession(surroundings(), console());
    if (!live) {
      return session.open();
    }
    var running = World.running(surroundings().home());
    if (running.isEmpty()) {
      return session.startAndLeaveUp(new Origin.Live(), Set.of());
    }
    if (running.get().file().site() != null) {
      throw new CommandException(Exit.BUSY, Problem.error("W021", "a world with sample sites is up")
          .expected("no world, or one with the live sites")
          .next("./sluice down", "./sluice run --live"));
    }
    return running.get();
  }
}
