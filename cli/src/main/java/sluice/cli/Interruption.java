package sluice.cli;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import sluice.cli.installation.Installation;
import sluice.local.world.World;

/**
 * What happens on Ctrl-C and SIGTERM. A demo ends its run and its world, so that no process is left; any other
 * command only lets go, because losing the person must never stop a run.
 */
public final class Interruption implements AutoCloseable {
  private final Console console;
  private final AtomicReference<World> owned = new AtomicReference<>();
  private final AtomicReference<Watched> run = new AtomicReference<>();
  private volatile boolean starting;
  // One process is interrupted once, whichever of its commands listens.
  private static final AtomicBoolean BEGUN = new AtomicBoolean();
  private final Surroundings surroundings;
  private final Thread hook = new Thread(this::interrupted, "interruption");

  private record Watched(Runs.Started run, Installation here) {}

  Interruption(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** A world is being started whose processes end with this one. */
  void startsWorld() {
    starting = true;
  }

  /** From now on an interruption ends this world. */
  void owns(World world) {
    owned.set(world);
  }

  void whileRunning(Runs.Started started, Installation here) {
    run.set(new Watched(started, here));
  }

  void runEnded() {
    run.set(null);
  }

  /** Something else ends this command from outside; what fails from now on only follows from it. */
  public static void begins() {
    BEGUN.set(true);
  }

  /** Whether the command is being ended from outside; its own errors are then only consequences. */
  public static boolean hasBegun() {
    return BEGUN.get();
  }

  private void interrupted() {
    BEGUN.set(true);
    World world = owned.get();
    Watched watched = run.get();
    if (world == null) {
      if (watched != null) {
        console.journey("");
        console.journey("! Lost sight of the run, it goes on. Follow it:  " + watched.here().command("runs show " + watched.run().runId().value()));
      } else if (starting) {
        console.journey("");
        console.journey("Stopped. Nothing had begun; the processes of the starting world end with this command.");
      }
      return;
    }
    console.journey("");
    console.journey("Stopping.");
    try {
      if (watched != null) {
        new Runs(watched.here(), surroundings.clock()).stop(watched.run());
      }
      world.stop();
      console.journey("Stopped. " + (watched == null ? "" : "Nothing was published. ") + "No process is left.");
    } catch (IOException | RuntimeException e) {
      console.journey("Stopping met a problem: " + e.getMessage() + ". Type  ./sluice down");
    }
  }

  @Override
  public void close() {
    if (!BEGUN.get()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
