package sluice.cli.deploy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import sluice.cli.deploy.StackChanges.Change;
import sluice.lake.json.Json;
import sluice.lake.problem.Problem;

/** Understands what Terraform says with -json: a line each for what it plans, what it has done, and what went wrong. */
final class TerraformLines {
  private static final Set<String> QUIET = Set.of("noop", "read");

  private final Stack stack;
  private final Path root;
  private final List<Change> changes = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private JsonNode counts = Json.MAPPER.createObjectNode();
  private int done;

  /** @param root the checkout, from which problems name their files */
  TerraformLines(Stack stack, Path root) {
    this.stack = stack;
    this.root = root;
  }

  void accept(String line) {
    JsonNode said;
    try {
      said = Json.MAPPER.readTree(line);
    } catch (JsonProcessingException notForUs) {
      return; // the log has it
    }
    switch (said.path("type").asText()) {
      case "planned_change" -> plan(said.path("change"));
      case "apply_complete" -> done += QUIET.contains(said.path("hook").path("action").asText()) ? 0 : 1;
      case "change_summary" -> counts = said.path("changes");
      case "diagnostic" -> diagnose(said.path("diagnostic"));
      default -> { } // versions, outputs, progress of a single resource
    }
  }

  private void plan(JsonNode change) {
    String action = change.path("action").asText();
    if (!QUIET.contains(action)) {
      changes.add(new Change(change.path("resource").path("addr").asText(), action));
    }
  }

  private void diagnose(JsonNode diagnostic) {
    if (!diagnostic.path("severity").asText().equals("error")) {
      return;
    }
    Problem problem = Problem.error("W110", "Terraform in stack " + stack.word() + ": " + diagnostic.path("summary").asText())
        .where(diagnostic.path("address").asText(null));
    String detail = diagnostic.path("detail").asText().strip();
    if (!detail.isEmpty()) {
      problem = problem.found(detail);
    }
    JsonNode range = diagnostic.path("range");
    Path file = folder().resolve(range.path("filename").asText("")).normalize();
    problems.add(file.startsWith(root) && Files.isRegularFile(file)
        ? problem.at(root.relativize(file).toString(), range.path("start").path("line").asInt(), range.path("start").path("column").asInt())
        : problem);
  }

  private Path folder() {
    return root.resolve("infra-terraform/stacks").resolve(stack.word());
  }

  StackChanges changes() {
    return new StackChanges(stack, counts.path("add").asInt(), counts.path("change").asInt(), counts.path("remove").asInt(), changes);
  }

  /** {@code 34 of 82 done}; while it plans, how many it would change so far. */
  String progress() {
    return counts.isEmpty() ? changes.size() + " to change so far" : done + " of " + changes.size() + " done";
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }
}
