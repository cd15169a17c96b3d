package sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import sluice.lake.contract.Contract;
import sluice.lake.contract.change.ReleasedContracts;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;

@Command(name = "release", description = "Keep the contracts of this working copy as released: from then on they cannot change without a new version.")
final class ContractReleaseCommand extends Invocation {
  @Parameters(arity = "0..1", paramLabel = "DATASET", description = "Only this one's contract; all where none is named.")
  String dataset;

  @Override
  Exit execute() throws IOException {
    ProjectContracts project = new ProjectContracts(surroundings());
    Collection<Contract> contracts = project.named(dataset);
    ReleasedContracts released = project.released();
    var problems = released.problems(contracts);
    if (!problems.isEmpty()) {
      throw new InvalidInputException(problems.stream().map(ContractReleaseCommand::unwritten).toList());
    }
    ObjectNode document = Document.of("contract-release");
    ArrayNode files = document.putArray("released");
    for (Contract contract : contracts) {
      Optional<Path> written = released.release(contract);
      written.ifPresent(file -> files.addObject().put("dataset", contract.dataset().value())
          .put("version", contract.version()).put("path", project.name(file)));
      tell(contract, written.map(project::name));
    }
    if (json) {
      console().answer(Document.text(document));
    } else {
      console().answer(files.isEmpty()
          ? console().mark(Console.Mark.OK) + " Nothing to do: " + Figures.counted(contracts.size(), "contract") + " released before."
          : console().mark(Console.Mark.OK) + " " + Figures.counted(files.size(), "contract") + " released. Commit them with SHA256SUMS.");
    }
    return Exit.DONE;
  }

  private void tell(Contract contract, Optional<String> file) {
    if (!json) {
      console().answer("  " + file.map(name -> "+ " + name).orElse("= " + contract.dataset() + " " + contract.version()));
    }
  }

  private static Problem unwritten(Problem problem) {
    return problem.safe("nothing was released");
  }
}
