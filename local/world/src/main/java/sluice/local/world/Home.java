package sluice.local.world;

import java.nio.file.Path;

/** The folder that holds everything a laptop keeps between commands: logs, reports and the worlds' state. */
public record Home(Path folder) {

  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  public Path reports() {
    return folder.resolve("reports");
  }

  public Path lock() {
    return folder.resolve("lock");
  }

  /** Describes the world that runs now; absent when none does. */
  public Path worldFile() {
    return folder.resolve("world.json");
  }

  /** Remembers which world was used last, so that a later command finds the same data again. */
  public Path currentFile() {
    return folder.resolve("current.json");
  }

  public Path state(String worldName) {
    return folder.resolve("world").resolve(worldName);
  }
}
