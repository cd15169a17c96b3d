package sluice.lake.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sluice.lake.BundledFolder;
import sluice.lake.DatasetName;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;
import sluice.lake.yaml.YamlFile;
import sluice.lake.yaml.YamlFolder;

/** Where contracts come from: the project's folder, or the resources that the build put into this jar. */
public final class Contracts {
  private static final String ENDING = ".yml";

  private Contracts() {}

  public static Contract read(Path file) throws InvalidInputException {
    return YamlFile.read(file, new ContractReader(String.valueOf(file.getFileName()))::read);
  }

  /** A version of a dataset's contract that is kept under another name than the live one. */
  public static Contract readVersion(Path file, DatasetName dataset) throws InvalidInputException {
    return YamlFile.read(file, new ContractReader(dataset + ".yml")::read);
  }

  /** Every {@code .yml} of the folder, sorted by dataset; the problems of all files are reported together. */
  public static Map<DatasetName, Contract> readAll(Path folder) throws InvalidInputException {
    Map<DatasetName, Contract> contracts = new TreeMap<>();
    YamlFolder.readAll(YamlFolder.files(folder, "*.yml"), Contracts::read)
        .forEach(contract -> contracts.put(contract.dataset(), contract));
    return contracts;
  }

  /** Every contract of this build, sorted by dataset; the problems of all files are reported together. */
  public static Map<DatasetName, Contract> bundled() throws InvalidInputException {
    Map<DatasetName, Contract> contracts = new TreeMap<>();
    List<Problem> problems = new ArrayList<>();
    for (String name : BundledFolder.files(Contracts.class, "contracts", ENDING).sequencedKeySet()) {
      try {
        Contract contract = bundled(new DatasetName(name.substring(0, name.length() - ENDING.length())));
        contracts.put(contract.dataset(), contract);
      } catch (InvalidInputException wrong) {
        problems.addAll(wrong.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems);
    }
    return contracts;
  }

  public static Contract bundled(DatasetName dataset) throws InvalidInputException {
    String name = "contracts/" + dataset + ".yml";
    try (InputStream in = Contracts.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no contract for dataset " + dataset + ": expected " + name + " in this build");
      }
      return YamlFile.read(in, name, new ContractReader(dataset + ".yml")::read);
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot read " + name, broken);
    }
  }
}
