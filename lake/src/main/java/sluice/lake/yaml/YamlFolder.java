package sluice.lake.yaml;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;

/** Reads many files and reports the problems of all of them together. */
public final class YamlFolder {
  private YamlFolder() {}

  /** The folder's entries of a glob, sorted by name. */
  public static List<Path> files(Path folder, String glob) throws InvalidInputException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, glob)) {
      entries.forEach(files::add);
    } catch (IOException noFolder) {
      throw new InvalidInputException(List.of(Problem.error(YamlRule.NO_FILE.code(), "cannot read folder " + folder)
          .expected("a folder with " + glob)
          .found("there is none")
          .at(folder.toString(), 0, 0)));
    }
    Collections.sort(files);
    return files;
  }

  public static <T> List<T> readAll(List<Path> files, Function<Path, T> reader) throws InvalidInputException {
    List<T> values = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        values.add(reader.apply(file));
      } catch (InvalidInputException wrong) {
        problems.addAll(wrong.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return values;
  }
}
