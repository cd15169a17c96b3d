package sluice.lake.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import sluice.lake.DatasetName;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.yaml.YamlFile;
import sluice.lake.yaml.YamlFolder;

/** Where source definitions come from: the project's folder, or the resources that the build put into this jar. */
public final class Sources {
  private static final String FILE = "source.yml";

  private Sources() {}

  /** Reads {@code extractors/<source>/source.yml}. */
  public static SourceSpec read(Path file) throws InvalidInputException {
    Path folder = file.toAbsolutePath().getParent();
    return YamlFile.read(file, new SourceReader(String.valueOf(folder.getFileName()))::read);
  }

  /** Every folder's {@code source.yml}, sorted by name; the problems of all files are reported together. */
  public static List<SourceSpec> readAll(Path extractorsFolder) throws InvalidInputException {
    List<Path> files = YamlFolder.files(extractorsFolder, "*").stream()
        .map(folder -> folder.resolve(FILE))
        .filter(Files::exists)
        .toList();
    return YamlFolder.readAll(files, Sources::read).stream()
        .sorted(Comparator.comparing(SourceSpec::source))
        .toList();
  }

  public static SourceSpec bundled(DatasetName source) throws InvalidInputException {
    String name = "sources/" + source + "/" + FILE;
    try (InputStream in = Sources.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no source " + source + ": expected " + name + " in this build");
      }
      return YamlFile.read(in, name, new SourceReader(source.value())::read);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + name, broken);
    }
  }
}
