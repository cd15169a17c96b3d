package sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import sluice.lake.json.Json;

/**
 * What {@code infra-terraform/check.sh} finds, gathered into one document: {@code {"checks": [{name, status, detail}], "applied", "destroyed",
 * "drift": [], "iam": {"notAllowed": [], "neverUsed": []}, "martsEqual", "skipped": [{name, why}]}}. A check that could not be made, and
 * what no machine without AWS can show, stands under skipped only.
 */
final class StackProof {
  /** What only the check that applies the stacks can say; until it has spoken nothing of it holds. */
  private static final List<String> FACTS = List.of("applied", "destroyed", "drift", "iam", "martsEqual");

  private final Path script;
  private final ObjectNode document = Json.MAPPER.createObjectNode();
  private final ArrayNode checks = document.putArray("checks");
  private final ArrayNode skipped = Json.MAPPER.createArrayNode();
  private int failed;

  StackProof(Path root) {
    this.script = root.toAbsolutePath().normalize().resolve("infra-terraform/check.sh");
    document.put("applied", false).put("destroyed", false).putArray("drift");
    document.putObject("iam").putArray("notAllowed");
    document.withObject("/iam").putArray("neverUsed");
    document.put("martsEqual", false).set("skipped", skipped);
  }

  /** Runs every check, the longest last; each is told as soon as it has ended. */
  void run(Consumer<JsonNode> told) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(script.toString(), "--json", "--all")
        .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    ProcessHandle handle = process.toHandle(); // asked itself, the process would lose its output before it could end what it started
    Thread end = new Thread(handle::destroy);
    Runtime.getRuntime().addShutdownHook(end);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line; (line = lines.readLine()) != null;) {
        JsonNode check = Json.MAPPER.readTree(line);
        take(check);
        told.accept(check);
      }
      int exit = process.waitFor();
      if (exit != 0 && failed == 0) {
        throw new IllegalStateException(script + " ended with " + exit + " and named no check");
      }
    } finally {
      process.destroy();
      Runtime.getRuntime().removeShutdownHook(end);
    }
  }

  private void take(JsonNode check) {
    if (check.path("status").asText().equals("skipped")) {
      skipped.addObject().put("name", check.path("name").asText()).put("why", check.path("detail").asText());
      return;
    }
    failed += check.path("status").asText().equals("failed") ? 1 : 0;
    checks.addObject().put("name", check.path("name").asText()).put("status", check.path("status").asText()).put("detail", check.path("detail").asText());
    FACTS.stream().filter(check::has).forEach(fact -> document.set(fact, check.path(fact)));
  }

  ObjectNode document() {
    return document;
  }

  int failed() {
    return failed;
  }

  int passed() {
    return checks.size() - failed;
  }
}
