package sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import sluice.lake.json.Json;
import sluice.lake.problem.Problem;
import sluice.lake.problem.ProblemText;
import sluice.lake.problem.SourceLines;

/** Tells a person, and with --json a program, why a command ended without doing what was asked. */
final class Complaint {
  private final Form form;
  private final String environment;

  enum Form {
    TEXT,
    JSON;

    static Form of(boolean json) {
      return json ? JSON : TEXT;
    }
  }

  /** @param environment where the command was to work */
  Complaint(Form form, String environment) {
    this.form = form;
    this.environment = environment;
  }

  int raise(Exit exit, List<Problem> problems) {
    Console console = new Console(System.out, System.err, Console.Style.fromEnvironment(System.getenv(), false));
    problems.forEach(problem -> ProblemText.lines(problem, SourceLines.in(Path.of("."))).forEach(console::journey));
    if (form == Form.JSON) {
      ObjectNode document = Document.of("error", environment);
      document.set("error", Json.MAPPER.valueToTree(problems.getFirst()));
      if (problems.size() > 1) {
        ArrayNode all = document.putArray("problems");
        problems.forEach(problem -> all.add(Json.MAPPER.<com.fasterxml.jackson.databind.JsonNode>valueToTree(problem)));
      }
      document.put("exit", exit.code);
      System.out.println(Document.text(document));
    }
    return exit.code;
  }
}
