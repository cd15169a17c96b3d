package sluice.prove.planted;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.yaml.YamlFile;
import sluice.lake.yaml.YamlFolder;
import sluice.lake.yaml.YamlNode;

/** The project's list of bugs, {@code prove/planted/*.yml}; each is checked against the code before any is planted. */
final class PlantedBugs {
  private static final String ENDING = ".yml";
  private static final String NOT_ONCE = "P001";

  private final Path root;

  PlantedBugs(Path root) {
    this.root = root;
  }

  /** All, by name; the problems of all files are reported together. */
  List<PlantedBug> all() throws InvalidInputException {
    return YamlFolder.readAll(YamlFolder.files(root.resolve("prove/planted"), "*" + ENDING),
        file -> YamlFile.read(file, root.relativize(file).toString(), node -> bug(file, node)));
  }

  private PlantedBug bug(Path file, YamlNode node) {
    node.onlyKeys("defect", "file", "edits", "room", "test");
    YamlNode changed = node.need("file");
    Optional<String> code = code(changed);
    List<PlantedBug.Edit> edits = node.need("edits").items().stream().map(edit -> edit(edit, changed.text(), code)).toList();
    String name = file.getFileName().toString();
    return new PlantedBug(name.substring(0, name.length() - ENDING.length()), node.need("defect").text(), Path.of(changed.text()), edits,
        node.need("room").text(), node.need("test").text());
  }

  private PlantedBug.Edit edit(YamlNode node, String file, Optional<String> code) {
    node.onlyKeys("find", "replace");
    YamlNode find = node.need("find");
    code.map(text -> occurrences(text, find.chars())).filter(times -> times != 1).ifPresent(times ->
        find.refuse(NOT_ONCE, "the text to find is not where the bug was to be planted", "exactly once in " + file, times + " times",
            "look at " + file + " and say here what the text is now"));
    return new PlantedBug.Edit(find.chars(), node.need("replace").chars());
  }

  private Optional<String> code(YamlNode file) {
    Path path = root.resolve(file.text());
    if (!Files.isRegularFile(path)) {
      file.refuseValue("a file of the project");
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + path, unreadable);
    }
  }

  private static int occurrences(String text, String find) {
    int times = 0;
    for (int at = text.indexOf(find); at >= 0 && !find.isEmpty(); at = text.indexOf(find, at + 1)) {
      times++;
    }
    return times;
  }
}
