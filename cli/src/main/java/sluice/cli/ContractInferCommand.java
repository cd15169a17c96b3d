package sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.cli.contract.infer.Proposal;
import sluice.lake.DatasetName;
import sluice.lake.problem.Problem;

@Command(name = "infer", description = "Propose a contract for a sample file, on standard output.")
final class ContractInferCommand extends Invocation {
  @Parameters(index = "0", paramLabel = "SAMPLE", description = "CSV, JSON lines, a JSON array or Parquet; may be gzipped.")
  Path sample;

  @Option(names = "--dataset", paramLabel = "NAME", description = "The dataset's name; taken from the file's where this is absent.")
  String dataset;

  @Override
  Exit execute() {
    DatasetName name = name();
    Proposal proposal = Proposal.of(sample, name);
    if (json) {
      ObjectNode document = Document.of("contract-infer").put("dataset", name.value()).put("rows", proposal.rows());
      ArrayNode unknown = document.putArray("unknown");
      proposal.unknown().forEach(unknown::add);
      document.put("contract", proposal.yaml());
      console().answer(Document.text(document));
      return Exit.DONE;
    }
    console().answer(proposal.yaml().stripTrailing());
    String from = proposal.rows() == 0 ? "the file's schema" : Figures.counted(proposal.rows(), "row");
    console().journey("%s Proposed from %s, which cannot tell".formatted(console().mark(Console.Mark.LOOK), from));
    proposal.unknown().forEach(what -> console().journey("  - " + what));
    console().journey("  next   write it to contracts/" + name + ".yml, put words in place of each TODO, then  ./sluice contract check");
    return Exit.DONE;
  }

  private DatasetName name() {
    if (dataset == null) {
      return Proposal.nameFrom(sample).orElseThrow(() -> wrongName("no dataset's name can be made of " + sample.getFileName()));
    }
    try {
      return new DatasetName(dataset);
    } catch (IllegalArgumentException wrong) {
      throw wrongName(wrong.getMessage());
    }
  }

  private static CommandException wrongName(String what) {
    return new CommandException(Exit.WRONG_INPUT, Problem.error("W042", what).next("./sluice contract infer SAMPLE --dataset orders"));
  }
}
