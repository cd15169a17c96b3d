package sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import sluice.lake.json.Json;
import sluice.lake.problem.ProblemText;
import sluice.lake.problem.SourceLines;

@Command(name = "check", description = "Say what is wrong with the contracts, all at once.")
final class ContractCheckCommand extends Invocation {
  @Override
  Exit execute() {
    ProjectContracts project = new ProjectContracts(surroundings());
    ProjectContracts.Checked checked = project.check();
    if (json) {
      ObjectNode document = Document.of("contract-check").put("files", checked.files());
      ArrayNode problems = document.putArray("problems");
      checked.problems().forEach(problem -> problems.add(Json.MAPPER.<JsonNode>valueToTree(problem)));
      console().answer(Document.text(document));
    } else {
      SourceLines sources = SourceLines.in(project.root());
      checked.problems().forEach(problem -> ProblemText.lines(problem, sources).forEach(console()::answer));
      console().answer(verdict(project, checked));
    }
    return checked.problems().isEmpty() ? Exit.DONE : Exit.WRONG_INPUT;
  }

  private String verdict(ProjectContracts project, ProjectContracts.Checked checked) {
    String files = Figures.counted(checked.files(), "contract");
    if (!checked.problems().isEmpty()) {
      return "%s %s in %d of %s.".formatted(console().mark(Console.Mark.FAILED),
          Figures.counted(checked.problems().size(), "error"), checked.wrongFiles(), files);
    }
    long released = checked.contracts().stream()
        .filter(contract -> project.released().last(contract.dataset()).filter(last -> last.version() == contract.version()).isPresent())
        .count();
    return "%s %s, no errors; %d released, %d to be released.".formatted(
        console().mark(Console.Mark.OK), files, released, checked.contracts().size() - released);
  }
}
