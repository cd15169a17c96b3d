package sluice.local.sites.rates;

import java.io.IOException;
import java.nio.file.Path;

/** Ends the database server when this JVM dies in a way in which it can no longer do so itself. */
final class DeathWatch implements AutoCloseable {
  /** {@code read} returns when our end of the pipe is gone; the pid file says whether the server is still the same. */
  private static final String WATCH = """
      trap '' INT TERM HUP
      read -r _
      [ "$(head -n 1 "$2/postmaster.pid" 2>/dev/null)" = "$1" ] && kill -INT "$1"
      """;

  private final Process watch;

  private DeathWatch(Process watch) {
    this.watch = watch;
  }

  static DeathWatch over(long serverPid, Path data) throws IOException {
    return new DeathWatch(new ProcessBuilder("sh", "-c", WATCH, "sh", Long.toString(serverPid), data.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD).start());
  }

  @Override
  public void close() {
    watch.destroyForcibly();
  }
}
