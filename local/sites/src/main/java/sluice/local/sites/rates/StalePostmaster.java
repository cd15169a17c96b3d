package sluice.local.sites.rates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ends the server that a killed earlier start left on a data folder, and never any other process. */
final class StalePostmaster {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(20);

  private StalePostmaster() {}

  /** True when there was one. */
  static boolean endIn(Path data) throws IOException {
    Optional<ProcessHandle> found = find(data);
    if (found.isEmpty()) {
      return false;
    }
    ProcessHandle server = found.get();
    interrupt(server.pid());
    if (!gone(server, data)) {
      server.destroyForcibly();
      gone(server, data);
    }
    return true;
  }

  /** Asks the folder, not the process: a dead one that nobody has reaped still counts as alive. */
  private static boolean gone(ProcessHandle server, Path data) throws IOException {
    try {
      for (Duration waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plus(LOOK)) {
        if (!worksIn(server, data)) {
          return true;
        }
        Thread.sleep(LOOK);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  static Optional<ProcessHandle> find(Path data) throws IOException {
    Path pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(process -> worksIn(process, data));
  }

  /** A server works in its data folder; a number that meanwhile belongs to another program does not. */
  private static boolean worksIn(ProcessHandle process, Path data) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd")).equals(data.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  /** SIGINT asks PostgreSQL to end now; the SIGTERM of {@link ProcessHandle#destroy} would wait for its clients. */
  private static void interrupt(long pid) throws IOException {
    new ProcessBuilder("kill", "-INT", Long.toString(pid)).start();
  }
}
