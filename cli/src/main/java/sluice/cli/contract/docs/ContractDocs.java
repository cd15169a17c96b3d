package sluice.cli.contract.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import sluice.lake.contract.Contract;

/** The files that follow from the contracts: the data dictionary and one dbt source per dataset. */
public final class ContractDocs {
  private final SequencedMap<Path, String> texts = new LinkedHashMap<>();

  /**
   * A file and how it compares with what the contracts say.
   *
   * @param path relative to the project
   */
  public record File(Path path, State state) {}

  /** How a file on disk compares. */
  public enum State {
    SAME,
    CHANGED,
    ABSENT
  }

  public ContractDocs(Collection<Contract> contracts) {
    texts.put(Path.of("docs/data-dictionary.md"), DataDictionary.of(contracts));
    for (Contract contract : contracts) {
      String dataset = contract.dataset().value();
      texts.put(Path.of("dbt/models/staging", dataset, "source_" + dataset + ".yml"), DbtSource.of(contract));
    }
  }

  /** Reads and writes nothing but what it compares. */
  public List<File> compare(Path project) throws IOException {
    List<File> files = new ArrayList<>();
    for (var text : texts.entrySet()) {
      Path file = project.resolve(text.getKey());
      State there = Files.exists(file) ? State.CHANGED : State.ABSENT;
      boolean same = there == State.CHANGED && Files.readString(file).equals(text.getValue());
      files.add(new File(text.getKey(), same ? State.SAME : there));
    }
    return files;
  }

  /** Writes what is not as it should be, and answers how it was. */
  public List<File> write(Path project) throws IOException {
    List<File> files = compare(project);
    for (File file : files) {
      if (file.state() != State.SAME) {
        Path target = project.resolve(file.path());
        Files.createDirectories(target.getParent());
        Files.writeString(target, texts.get(file.path()));
      }
    }
    return files;
  }
}
