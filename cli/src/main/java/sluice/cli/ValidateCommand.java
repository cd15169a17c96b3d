package sluice.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Contracts;
import sluice.lake.json.Json;
import sluice.lake.problem.Problem;

@Command(name = "validate", description = "Judge files by their contract without a run; nothing is kept.")
final class ValidateCommand extends Invocation {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files as a producer would drop them.")
  List<Path> files = List.of();

  @Option(names = "--dataset", paramLabel = "NAME", description = "Whose contract: contracts/NAME.yml.")
  String dataset;

  @Option(names = "--contract", paramLabel = "FILE", description = "Another contract file.")
  Path contractFile;

  @Override
  Exit execute() throws Exception {
    Contract contract = contract();
    files.forEach(InputFile::require);
    List<FileVerdict> verdicts = new ArrayList<>();
    for (Path file : files) {
      FileVerdict verdict = FileVerdict.of(file, contract, surroundings().clock());
      verdicts.add(verdict);
      if (!json) {
        new VerdictText(verdict, ReasonPage.folder(surroundings())).print(console());
      }
    }
    if (json) {
      console().answer(text(verdicts));
    }
    return verdicts.stream().allMatch(FileVerdict::isAccepted) ? Exit.DONE : Exit.NO;
  }

  private Contract contract() {
    if ((contractFile == null) == (dataset == null)) {
      throw new CommandException(Exit.WRONG_INPUT,
          Problem.error("W073", "which contract do the files follow?").expected("--dataset NAME or --contract FILE")
              .found(dataset == null ? "neither" : "both"));
    }
    return contractFile == null ? new ProjectContracts(surroundings()).contract(dataset) : Contracts.read(InputFile.require(contractFile));
  }

  private static String text(List<FileVerdict> verdicts) {
    List<ObjectNode> documents = verdicts.stream().map(FileVerdict::document).toList();
    if (documents.size() == 1) {
      return Document.text(documents.getFirst());
    }
    return Document.text(Json.MAPPER.createArrayNode().addAll(documents));
  }
}
