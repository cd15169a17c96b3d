package sluice.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import sluice.local.world.World;

@Command(name = "down", description = "Stop the local world; its data stays.")
final class DownCommand extends Invocation {
  @Override
  Exit execute() throws Exception {
    try (Lock ignored = Lock.acquire(surroundings().home().lock(), surroundings().clock(), "down")) {
      Optional<World> world = World.found(surroundings().home());
      if (world.isPresent()) {
        try (World found = world.get()) {
          found.stop();
        }
      }
      String said = world.isPresent() ? "Down. No process is left; the data stays and  ./sluice up  starts with it." : "Nothing was up.";
      if (json) {
        console().answer(Document.text(Document.of("down").put("stopped", world.isPresent())));
      } else {
        console().answer(console().mark(Console.Mark.OK) + " " + said);
      }
      return Exit.DONE;
    }
  }
}
