package sluice.report.dbt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.report.model.Check;
import sluice.report.model.Level;
import sluice.report.model.Outcome;
import sluice.report.model.Problem;

/**
 * What dbt's own files tell of a build: every test, and every model that could not be built.
 *
 * @param problems models that failed; tests that failed are checks
 */
public record DbtResults(List<Check> checks, List<Problem> problems) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** @param manifest dbt's manifest.json; without it a test is named by its id and on nothing in particular */
  public static DbtResults read(String runResults, Optional<String> manifest) {
    JsonNode nodes = manifest.map(text -> parse("manifest.json", text)).orElseGet(JSON::createObjectNode);
    JsonNode results = parse("run_results.json", runResults).path("results");
    if (!results.isArray()) {
      throw new IllegalArgumentException("run_results.json: expected a list \"results\", found none");
    }
    List<Check> checks = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (JsonNode result : results) {
      DbtNode node = DbtNode.of(result.path("unique_id").asText(), nodes);
      Outcome outcome = outcome(result.path("status").asText());
      switch (node.type()) {
        case "test" -> checks.add(check(Check.Kind.DATA, node, outcome, result));
        case "unit_test" -> checks.add(check(Check.Kind.UNIT, node, outcome, result));
        default -> {
          if (outcome == Outcome.FAILED) {
            problems.add(Problem.of("dbt_model_failed", Level.ERROR, node.name(), message(result).orElse("dbt gave no reason")));
          }
        }
      }
    }
    return new DbtResults(checks, problems);
  }

  private static Check check(Check.Kind kind, DbtNode node, Outcome outcome, JsonNode result) {
    return new Check(
        node.name(),
        kind,
        node.on(),
        outcome,
        result.path("failures").asLong(0),
        Duration.ofMillis(Math.round(result.path("execution_time").asDouble(0) * 1000)),
        outcome == Outcome.PASSED ? Optional.empty() : message(result));
  }

  private static Optional<String> message(JsonNode result) {
    return Optional.ofNullable(result.path("message").asText(null)).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static Outcome outcome(String status) {
    return switch (status) {
      case "pass", "success" -> Outcome.PASSED;
      case "warn" -> Outcome.WARNED;
      case "skipped", "no-op" -> Outcome.SKIPPED;
      // A status of a later dbt that we do not know must not look like success.
      default -> Outcome.FAILED;
    };
  }

  private static JsonNode parse(String file, String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException(file + ": not JSON: " + notJson.getOriginalMessage(), notJson);
    }
  }
}
