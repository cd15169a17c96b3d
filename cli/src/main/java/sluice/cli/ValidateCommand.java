package sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
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
    Contract contract = Contracts.read(contractFile());
    for (Path file : files) {
      if (!Files.isRegularFile(file)) {
        throw new CommandException(Exit.WRONG_INPUT, Problem.error("W040", "there is no file " + file).expected("files as a producer would drop them"));
      }
    }
    List<FileVerdict> verdicts = new ArrayList<>();
    for (Path file : files) {
      FileVerdict verdict = FileVerdict.of(file, contract, surroundings().clock());
      verdicts.add(verdict);
      if (!json) {
        new VerdictText(verdict, surroundings().project().root().resolve("docs").resolve("reasons")).print(console());
      }
    }
    if (json) {
      console().answer(text(verdicts));
    }
    return verdicts.stream().allMatch(FileVerdict::isAccepted) ? Exit.DONE : Exit.NO;
  }

  private Path contractFile() {
    if (contractFile != null) {
      return existing(contractFile);
    }
    if (dataset == null) {
      throw new CommandException(Exit.WRONG_INPUT,
          Problem.error("W041", "nothing says which contract the files follow").expected("--dataset NAME or --contract FILE"));
    }
    return existing(surroundings().project().contracts().resolve(dataset + ".yml"));
  }

  private static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new CommandException(Exit.WRONG_INPUT, Problem.error("W042", "there is no contract " + file).next("ls contracts"));
    }
    return file;
  }

  private static String text(List<FileVerdict> verdicts) throws Exception {
    List<ObjectNode> documents = verdicts.stream().map(FileVerdict::document).toList();
    if (documents.size() == 1) {
      return Document.text(documents.getFirst());
    }
    ArrayNode all = Json.MAPPER.createArrayNode().addAll(documents);
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }
}
