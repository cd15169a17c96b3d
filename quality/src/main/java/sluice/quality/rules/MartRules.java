package sluice.quality.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import sluice.lake.BundledFolder;
import sluice.lake.contract.Quality;
import sluice.lake.contract.QualityReader;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;
import sluice.lake.yaml.YamlFile;
import sluice.lake.yaml.YamlNode;

/** Reads the files {@code quality/rules/<mart>.yml}: the rulesets {@code fail} and {@code warn}, at least one of them. */
public final class MartRules {
  private static final String ENDING = ".yml";

  private MartRules() {}

  /** Those of this build, sorted by mart; the problems of all files are reported together. */
  public static List<RuleBook> bundled() throws InvalidInputException {
    return read(BundledFolder.files(MartRules.class, "quality-rules", ENDING));
  }

  static List<RuleBook> read(SequencedMap<String, byte[]> files) {
    List<RuleBook> books = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    files.forEach((name, bytes) -> {
      String mart = name.substring(0, name.length() - ENDING.length());
      try {
        books.add(new RuleBook.Built(mart, YamlFile.read(new ByteArrayInputStream(bytes), "quality/rules/" + name, MartRules::quality)));
      } catch (InvalidInputException wrong) {
        problems.addAll(wrong.problems());
      } catch (IOException neverOfMemory) {
        throw new UncheckedIOException(neverOfMemory);
      }
    });
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return books;
  }

  private static Quality quality(YamlNode file) {
    if (file.isMap() && file.find("fail").isEmpty() && file.find("warn").isEmpty()) {
      file.need("fail");
    }
    return QualityReader.read(file);
  }
}
