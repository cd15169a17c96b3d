package sluice.lake.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;

/**
 * Reads a YAML file into a value, or reports everything that is wrong with it, up to {@value Problems#AT_MOST} problems.
 *
 * <p>Safe for files of strangers: bounded size, depth and aliases, no tags, no duplicate keys.
 */
public final class YamlFile {
  /** Far above any honest contract; below what could hurt a small Lambda. */
  static final int LARGEST = 256 * 1024;

  private YamlFile() {}

  /** The reader may go on after a problem: what it returns is thrown away then. */
  public static <T> T read(Path file, Function<YamlNode, T> reader) throws InvalidInputException {
    return read(file, file.toString(), reader);
  }

  /** As {@link #read(Path, Function)}, with the name that messages give the file. */
  public static <T> T read(Path file, String name, Function<YamlNode, T> reader) throws InvalidInputException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, name, reader);
    } catch (NoSuchFileException gone) {
      throw unreadable(name, "there is no such file");
    } catch (IOException unreadable) {
      throw unreadable(name, "it cannot be read: " + unreadable.getMessage());
    }
  }

  public static <T> T read(InputStream in, String name, Function<YamlNode, T> reader)
      throws IOException, InvalidInputException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    Problems problems = new Problems();
    YamlNode root = new YamlParser(name, problems).parse(bytes);
    problems.throwIfAny();
    return problems.collect(root, reader);
  }

  private static InvalidInputException unreadable(String name, String why) {
    return new InvalidInputException(
        List.of(Problem.error(YamlRule.NO_FILE.code(), "cannot read " + name).found(why).at(name, 0, 0)));
  }
}
