package sluice.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import sluice.extractors.kit.SourceCheck;
import sluice.lake.DatasetName;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Contracts;
import sluice.lake.problem.Problem;
import sluice.lake.source.SourceSpec;
import sluice.lake.source.Sources;
import sluice.local.world.ManagedProcess.Tether;
import sluice.local.world.Origin;
import sluice.local.world.Settings;
import sluice.local.world.World;
import sluice.local.world.WorldException;

/** Gives a command the world it works in: the running one, or one that it starts. */
final class WorldSession {
  private final Surroundings surroundings;
  private final Console console;

  WorldSession(Surroundings surroundings, Console console) {
    this.surroundings = surroundings;
    this.console = console;
  }

  /** The running world; when there is none, the one used last is started and stays up. */
  World open() throws IOException, InterruptedException {
    var running = World.running(surroundings.home());
    if (running.isPresent()) {
      return running.get();
    }
    return startAndLeaveUp(lastOrigin(), Set.of());
  }

  World startAndLeaveUp(Origin origin, Set<String> without) throws IOException, InterruptedException {
    try (Lock ignored = Lock.acquire(surroundings.home().lock(), surroundings.clock(), "up")) {
      World world = start(origin, without, Tether.NONE);
      console.journey(console.mark(Console.Mark.OK) + " The local world is up; it keeps running. Stop it with  ./sluice down");
      return world;
    }
  }

  /** Checks what the project's files say before anything starts; every wrong line is named at once. */
  World start(Origin origin, Set<String> without, Tether tether) throws IOException, InterruptedException {
    checkProject();
    Settings settings = new Settings(surroundings.project(), surroundings.home(), surroundings.tools(), origin, tether, without);
    try {
      World world = World.start(settings, surroundings.clock(), this::told);
      Files.writeString(originFile(), text(origin));
      return world;
    } catch (WorldException e) {
      throw new CommandException(Exit.NOT_READY, Problem.error("W001", "the local world did not start: " + e.getMessage())
          .safe("every process that was started has been ended")
          .next("./sluice down", "read " + e.log()));
    }
  }

  private void checkProject() {
    Map<DatasetName, Contract> contracts = Contracts.readAll(surroundings.project().contracts());
    for (SourceSpec source : Sources.readAll(surroundings.project().extractors())) {
      Contract contract = contracts.get(source.source());
      if (contract == null) {
        throw new CommandException(Exit.WRONG_INPUT, Problem.error("W016", "the source " + source.source() + " has no contract")
            .expected("contracts/" + source.source() + ".yml")
            .found("contracts of " + contracts.keySet()));
      }
      SourceCheck.require(source, contract);
    }
  }

  private void told(String part, String detail, Duration took) {
    if (console.isLive()) {
      console.journey(String.format("  %s %-13s %-62s %7s", console.mark(Console.Mark.OK), part, detail, Figures.seconds(took)));
    } else {
      console.journey(Logfmt.line(surroundings.clock().instant(), "world." + part.replace(' ', '_').toLowerCase(java.util.Locale.ROOT), "ready",
          "seconds", Figures.decimal(took), "at", detail));
    }
  }

  private Origin lastOrigin() throws IOException {
    Path file = originFile();
    if (!Files.exists(file)) {
      return new Origin.Sample(Origins.DEFAULT_SEED);
    }
    return Origins.parse(Files.readString(file).strip());
  }

  private Path originFile() {
    return surroundings.home().currentFile();
  }

  private static String text(Origin origin) {
    return Origins.text(origin);
  }
}
