package sluice.local.world;

import java.nio.file.Path;

/** The local world could not be started or went away; names the log that says more. */
public final class WorldException extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Path log;

  public WorldException(String message, Path log) {
    super(message + " (log: " + log + ")");
    this.log = log;
  }

  public Path log() {
    return log;
  }
}
