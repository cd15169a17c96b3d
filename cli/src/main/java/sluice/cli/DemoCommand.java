package sluice.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.cli.installation.Installation;
import sluice.cli.installation.LocalInstallation;
import sluice.lake.problem.Problem;
import sluice.local.world.ManagedProcess.Tether;
import sluice.local.world.Origin;
import sluice.local.world.World;

@Command(name = "demo", description = "Run the whole pipeline once on this machine and show what came out.")
final class DemoCommand extends Invocation {
  @Option(names = "--data", paramLabel = "FOLDER", description = "Use rows recorded in this folder instead of generated ones.")
  Path data;

  @Option(names = "--seed", paramLabel = "N", description = "Generate other sample rows (default 7).")
  Long seed;

  @Option(names = "--without", paramLabel = "SOURCE", description = "Leave a source out, for example devitjobs where no browser can be had.")
  Set<String> without = Set.of();

  @Override
  Exit execute() throws Exception {
    Origin origin = Origins.chosen(data, seed);
    RunOperation operation = new RunOperation(surroundings(), console());
    operation.known(without.stream().toList());
    try (Lock ignored = Lock.acquire(surroundings().home().lock(), surroundings().clock(), "demo");
        Interruption interruption = new Interruption(surroundings(), console())) {
      Optional<World> running = World.running(surroundings().home());
      if (running.isPresent()) {
        return inside(running.get(), origin, operation, interruption);
      }
      interruption.startsWorld();
      try (World world = new WorldSession(surroundings(), console()).start(origin, without, Tether.LIFELINE)) {
        interruption.owns(world);
        Exit exit;
        try {
          exit = tell(operation.run(new LocalInstallation(world, surroundings().project()), List.of(), interruption), "demo");
        } finally {
          if (!Interruption.hasBegun()) {
            world.stop();
          }
        }
        if (!json) {
          console().answer("  next    ./sluice up                    start the world again with this data, then:");
          console().answer("          ./sluice query \"SELECT source, count(*) FROM job_postings GROUP BY 1\"");
        }
        return exit;
      }
    }
  }

  private Exit inside(World world, Origin origin, RunOperation operation, Interruption interruption) throws Exception {
    if (!world.file().name().equals(origin.worldName())) {
      throw new CommandException(Exit.BUSY, Problem.error("W021", "a world with other data is up since " + world.file().since())
          .found(world.file().data())
          .expected(Origins.text(origin))
          .next("./sluice down", "then run the same command again"));
    }
    try (Installation here = new LocalInstallation(world, surroundings().project())) {
      return tell(operation.run(here, List.of(), interruption), "demo");
    }
  }
}
