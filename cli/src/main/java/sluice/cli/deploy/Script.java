package sluice.cli.deploy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import sluice.cli.Console;
import sluice.cli.Interruption;

/** Runs a script of {@code infra-terraform/}; an interruption is passed on to it, and its end is waited for. */
final class Script {
  private static final int SHOWN = 12;
  private static final File NOBODY = new File("/dev/null");

  private final Path file;
  private final Path logs;
  private final Console console;

  Script(Path root, String name, Path logs, Console console) {
    this.file = root.resolve("infra-terraform").resolve(name);
    this.logs = logs;
    this.console = console;
  }

  /**
   * How it ended.
   *
   * @param said the last lines of its standard error
   * @param log all of them
   */
  record Ended(int exit, List<String> said, Path log) {
    boolean well() {
      return exit == 0;
    }
  }

  /** @param lines hears of each line of its standard output */
  Ended run(Consumer<String> lines, String... arguments) throws IOException, InterruptedException {
    Path log = Files.createDirectories(logs).resolve("deploy-" + String.join("-", Stream.of(arguments).filter(word -> !word.startsWith("-")).toList()) + ".log");
    List<String> command = Stream.concat(Stream.of(file.toString()), Stream.of(arguments)).toList();
    Process process = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(NOBODY))
        .redirectError(log.toFile()).start();
    Thread hook = new Thread(() -> letEnd(process), "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    try (BufferedReader out = process.inputReader()) {
      out.lines().forEach(lines);
      return new Ended(process.waitFor(), last(log), log);
    } finally {
      if (!Interruption.hasBegun()) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
  }

  /** Terraform has a lock in the state's bucket: killed, it would leave it there, and half of what it was at. */
  private void letEnd(Process process) {
    Interruption.begins();
    console.journey("");
    console.journey("Stopping: what Terraform has begun ends first, and its lock is freed. This may take minutes.");
    ProcessHandle handle = process.toHandle(); // asked itself, the process would lose its output too, and with it Terraform its life
    handle.destroy();
    handle.onExit().join();
    console.journey("Stopped. What was done stays; the same command goes on from there.");
  }

  private static List<String> last(Path log) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(log).stream().filter(line -> !line.isBlank()).toList());
    return lines.subList(Math.max(0, lines.size() - SHOWN), lines.size());
  }
}
