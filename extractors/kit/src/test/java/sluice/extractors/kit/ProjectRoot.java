package sluice.extractors.kit;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the project's folder from wherever in it the tests were started. */
final class ProjectRoot {
  private ProjectRoot() {}

  static Path find() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("extractors")) || !Files.isDirectory(folder.resolve("contracts"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
