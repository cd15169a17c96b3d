package sluice.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.local.world.World;

@Command(name = "world", description = "Stop or start a part of the local world, to see what a run does without it.")
final class WorldCommand extends Invocation {
  @Parameters(index = "0", paramLabel = "stop|start", description = "What to do.")
  Action action;

  @Parameters(index = "1", paramLabel = "postgres", description = "Which part.")
  Part part;

  enum Action {
    stop,
    start
  }

  enum Part {
    postgres
  }

  @Override
  Exit execute() throws Exception {
    try (World world = new WorldSession(surroundings(), console()).open()) {
      switch (part) {
        case postgres -> world.database(action == Action.start ? World.Switch.ON : World.Switch.OFF);
      }
    }
    String state = action == Action.start ? "running" : "stopped";
    if (json) {
      console().answer(Document.text(Document.of("world").put("part", part.name()).put("state", state)));
    } else {
      console().answer(console().mark(Console.Mark.OK) + " " + part + " is " + state);
    }
    return Exit.DONE;
  }
}
