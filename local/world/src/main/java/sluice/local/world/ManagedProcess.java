package sluice.local.world;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One child process of the world: started in a session of its own, ready when it prints a READY line, ended orderly. */
public final class ManagedProcess {
  private static final String READY = "READY ";
  private static final Duration POLL = Duration.ofMillis(20);

  private final String name;
  private final Process process;
  private final Path output;

  private ManagedProcess(String name, Process process, Path output) {
    this.name = name;
    this.process = process;
    this.output = output;
  }

  /** What a process is started with. {@code tethered} processes end when this JVM does, however it ends. */
  public record Spec(String name, List<String> command, Path workingFolder, Map<String, String> environment, Tether tether) {}

  /** Whether a process lives on when its starter has gone. */
  public enum Tether {
    /** Ends when its standard input closes, which the kernel does even after a kill -9 of the starter. */
    LIFELINE,
    /** Goes on until it is told to end. */
    NONE
  }

  public static ManagedProcess start(Spec spec, Path logs) throws IOException {
    Files.createDirectories(logs);
    Path output = logs.resolve(spec.name() + ".log");
    Files.deleteIfExists(output);
    List<String> command = new ArrayList<>();
    // A session of its own: Ctrl-C reaches only the command, which then ends the world in good order.
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("/usr/bin/setsid");
    }
    command.addAll(spec.command());
    ProcessBuilder builder = new ProcessBuilder(command)
        .directory(spec.workingFolder().toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile());
    if (spec.tether() == Tether.NONE) {
      builder.redirectInput(Path.of("/dev/null").toFile());
    }
    builder.environment().putAll(spec.environment());
    return new ManagedProcess(spec.name(), builder.start(), output);
  }

  /** Waits for the READY line and answers what follows it. */
  public String awaitReady(Duration limit) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(limit);
    while (true) {
      boolean alive = process.isAlive();
      for (String line : Files.readString(output, StandardCharsets.UTF_8).split("\n")) {
        if (line.startsWith(READY)) {
          return line.substring(READY.length());
        }
      }
      if (!alive) {
        throw new WorldException(name + " ended with exit code " + process.exitValue() + " before it was ready: " + lastLines(), output);
      }
      if (Instant.now().isAfter(end)) {
        throw new WorldException(name + " was not ready within " + limit.toSeconds() + " s", output);
      }
      Thread.sleep(POLL);
    }
  }

  private String lastLines() throws IOException {
    List<String> lines = Files.readAllLines(output);
    return String.join(" | ", lines.subList(Math.max(0, lines.size() - 3), lines.size()));
  }

  public String name() {
    return name;
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Asks the process to end, and after the grace period ends it and its children by force. */
  public static void stop(ProcessHandle handle, Duration grace) {
    List<ProcessHandle> family = new ArrayList<>(handle.descendants().toList());
    handle.destroy();
    try {
      handle.onExit().get(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      handle.destroyForcibly();
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }
}
