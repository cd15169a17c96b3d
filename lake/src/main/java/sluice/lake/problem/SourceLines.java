package sluice.lake.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Knows the lines of the files that problems point into. */
public interface SourceLines {
  SourceLines NONE = file -> List.of();

  /** The file's lines, or none where they cannot be had: the message stays useful without them. */
  List<String> lines(String file);

  /** Looks for relative names in this folder. */
  static SourceLines in(Path folder) {
    return file -> {
      try {
        return Files.readAllLines(folder.resolve(file));
      } catch (IOException | IllegalArgumentException onlyWithoutTheExcerpt) {
        return List.of();
      }
    };
  }
}
