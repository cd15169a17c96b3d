package sluice.extractors.devitjobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of one browser's own for settings and caches; it goes with the browser, so a warm function stays clean. */
record Scratch(Path folder) implements AutoCloseable {

  static Scratch in(Path parent) throws IOException {
    Files.createDirectories(parent);
    return new Scratch(Files.createTempDirectory(parent, "chromium-"));
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | java.io.UncheckedIOException leftToTheMachine) {
      // What a dying browser still writes may stay: it is no reason to fail a reading that has succeeded.
    }
  }
}
