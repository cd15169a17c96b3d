package sluice.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import sluice.lake.problem.Problem;

/** A file that a person names on the command line. */
final class InputFile {
  private InputFile() {}

  /** Gives the file back when it is one. */
  static Path require(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CommandException(Exit.WRONG_INPUT,
          Problem.error("W070", "there is no file " + file).found(Files.isDirectory(file) ? "a folder" : "nothing").expected("a file as a producer would drop it"));
    }
    return file;
  }
}
