package sluice.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import sluice.lake.DatasetName;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Contracts;
import sluice.lake.contract.change.ReleasedContracts;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Nearest;
import sluice.lake.problem.Problem;
import sluice.lake.yaml.YamlFolder;

/** The contracts of a project as its commands ask for them. */
final class ProjectContracts {
  private final Path root;
  private final Path folder;

  ProjectContracts(Surroundings surroundings) {
    this.root = surroundings.project().root();
    this.folder = surroundings.project().contracts();
  }

  /**
   * What a check found.
   *
   * @param contracts those without problems of their own
   * @param problems with files named from the project's folder
   */
  record Checked(int files, List<Contract> contracts, List<Problem> problems) {
    long wrongFiles() {
      return problems.stream().map(Problem::file).distinct().count();
    }
  }

  /** Looks at every contract and at the released ones, however many are wrong. */
  Checked check() {
    List<Contract> contracts = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    List<Path> files = YamlFolder.files(folder, "*.yml");
    for (Path file : files) {
      collect(problems, () -> contracts.add(Contracts.read(file)));
    }
    collect(problems, () -> problems.addAll(released().problems(contracts)));
    return new Checked(files.size(), contracts, problems.stream().map(this::fromRoot).toList());
  }

  /** One dataset's contract, or all, where no dataset is named; any problem of any contract ends the command. */
  Collection<Contract> named(String dataset) {
    return dataset == null ? Contracts.readAll(folder).values() : List.of(contract(dataset));
  }

  /** One dataset's contract; a name that is none's ends the command. */
  Contract contract(String dataset) {
    Map<DatasetName, Contract> all = Contracts.readAll(folder);
    return all.values().stream().filter(contract -> contract.dataset().value().equals(dataset)).findFirst()
        .orElseThrow(() -> unknown(dataset, all.keySet().stream().map(DatasetName::value).toList()));
  }

  ReleasedContracts released() {
    return new ReleasedContracts(folder);
  }

  Path root() {
    return root;
  }

  /** As a person names a file of the project. */
  String name(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(root) ? root.relativize(absolute).toString() : file.toString();
  }

  private Problem fromRoot(Problem problem) {
    return problem.file() == null ? problem : problem.at(name(Path.of(problem.file())),
        problem.line() == null ? 0 : problem.line(), problem.column() == null ? 0 : problem.column());
  }

  private static void collect(List<Problem> problems, Runnable reading) {
    try {
      reading.run();
    } catch (InvalidInputException wrong) {
      problems.addAll(wrong.problems());
    }
  }

  private static CommandException unknown(String dataset, List<String> known) {
    String hint = Nearest.to(dataset, known).map(near -> "; did you mean \"" + near + "\"?").orElse("");
    return new CommandException(Exit.WRONG_INPUT, Problem.error("W040", "there is no contract for \"" + dataset + "\"" + hint)
        .expected("one of " + String.join(", ", known)));
  }
}
