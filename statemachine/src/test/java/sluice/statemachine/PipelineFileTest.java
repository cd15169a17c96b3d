package sluice.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Rules that every state keeps, whoever adds the next one. */
class PipelineFileTest {
  private static final Workflow WORKFLOW = Workflow.of(TestPipeline.rendered());
  private static final Map<String, JsonNode> STATES = WORKFLOW.states();

  @Test
  void everyStateSaysWhyItIsThere() {
    assertThat(STATES).allSatisfy((name, state) -> assertThat(state.path("Comment").asText()).as(name).hasSizeGreaterThan(30));
  }

  @Test
  void aChoiceIsAQuestionAndNothingElseIs() {
    assertThat(STATES).allSatisfy((name, state) ->
        assertThat(name.endsWith("?")).as(name).isEqualTo("Choice".equals(state.path("Type").asText())));
  }

  @Test
  void everyChoiceHasADefault() {
    assertThat(WORKFLOW.states("Choice")).allSatisfy((name, state) -> assertThat(state.has("Default")).as(name).isTrue());
  }

  @Test
  void everyTaskAndMapCatchesEverythingAndKeepsTheErrorWithItsCause() {
    assertThat(tasksAndMaps()).allSatisfy((name, state) -> {
      JsonNode last = state.path("Catch").path(state.path("Catch").size() - 1);
      assertThat(last.path("ErrorEquals").toString()).as(name).isEqualTo("[\"States.ALL\"]");
      assertThat(last.path("Assign").toString() + last.path("Output")).as(name)
          .contains("$states.errorOutput.Error", "$states.errorOutput.Cause");
    });
  }

  @Test
  void namesOnlyErrorsOfOursThatExist() throws Exception {
    Set<String> ours = new TreeSet<>();
    STATES.values().forEach(state -> List.of("Retry", "Catch").forEach(field -> state.path(field).forEach(rule ->
        rule.path("ErrorEquals").forEach(error -> ours.add(error.asText())))));
    ours.removeIf(error -> !error.startsWith("sluice."));
    assertThat(ours).containsExactly(
        "sluice.extractors.kit.SourceUnavailableException", "sluice.publisher.BuildBusyException");
    assertThat(ours).allSatisfy(error -> assertThat(sourceOf(error)).as(error).exists());
  }

  /** Step Functions sees an exception by its class name: moving the class would switch the rule off without a sound. */
  private static Path sourceOf(String className) {
    String room = className.substring("sluice.".length(), className.lastIndexOf('.')).replace('.', '/');
    return TestPipeline.PROJECT.resolve(room).resolve("src/main/java").resolve(className.replace('.', '/') + ".java");
  }

  @Test
  void everyTaskHasATimeLimit() {
    assertThat(WORKFLOW.states("Task")).allSatisfy((name, state) ->
        assertThat(state.path("TimeoutSeconds").asInt()).as(name).isBetween(1, 3600));
  }

  @Test
  void everyRetryIsBounded() {
    assertThat(STATES).allSatisfy((name, state) -> state.path("Retry").forEach(retry ->
        assertThat(retry.path("MaxAttempts").asInt(-1)).as(name).isBetween(1, 60)));
  }

  @Test
  void everyLoopPassesAChoiceThatCounts() {
    Set<String> counting = WORKFLOW.states("Choice").entrySet().stream()
        .filter(state -> state.getValue().path("Choices").toString().contains("$limits."))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(counting).containsExactly(
        "Is our crawl over?", "Is the crawler free?", "Is there more to extract?", "Is there more to judge?");
    assertThat(STATES.keySet()).allSatisfy(start -> assertThat(canComeBack(start, counting)).as(start).isFalse());
  }

  @Test
  void usesOnlyServicesThatRunLocallyToo() {
    Set<String> resources = WORKFLOW.states("Task").values().stream()
        .map(state -> state.path("Resource").asText())
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(resources).containsExactly(
        "arn:aws:states:::aws-sdk:glue:getCrawler", "arn:aws:states:::aws-sdk:glue:startCrawler",
        "arn:aws:states:::codebuild:startBuild.sync", "arn:aws:states:::events:putEvents",
        "arn:aws:states:::lambda:invoke", "arn:aws:states:::sns:publish");
  }

  @Test
  void holdsOnlyExpressionsThatFillTheirWholeText() {
    assertThat(texts(WORKFLOW.definition())).filteredOn(text -> text.contains("{%") || text.contains("%}"))
        .allSatisfy(text -> assertThat(text).startsWith("{% ").endsWith(" %}").containsOnlyOnce("{%").containsOnlyOnce("%}"));
  }

  @Test
  void assignsNothingThatAnotherLineOfTheSameStateReads() {
    assertThat(STATES).allSatisfy((name, state) -> {
      List<JsonNode> assigns = new ArrayList<>(List.of(state.path("Assign")));
      state.path("Choices").forEach(rule -> assigns.add(rule.path("Assign")));
      state.path("Catch").forEach(rule -> assigns.add(rule.path("Assign")));
      // AWS reads the old values, the local interpreter the new ones: only an order-free state means the same in both.
      assigns.forEach(assign -> assign.fieldNames().forEachRemaining(variable -> assign.properties().stream()
          .filter(other -> !other.getKey().equals(variable))
          .forEach(other -> assertThat(texts(other.getValue())).as(name)
              .noneMatch(text -> text.matches("(?s).*\\$" + variable + "\\b.*")))));
    });
  }

  private static Map<String, JsonNode> tasksAndMaps() {
    Map<String, JsonNode> both = WORKFLOW.states("Task");
    both.putAll(WORKFLOW.states("Map"));
    return both;
  }

  /** Whether a walk from the state can lead to it again without passing one of the states that count. */
  private static boolean canComeBack(String start, Set<String> counting) {
    if (counting.contains(start)) {
      return false;
    }
    Set<String> reached = new TreeSet<>();
    List<String> next = new ArrayList<>(List.of(start));
    while (!next.isEmpty()) {
      for (String to : following(next.removeLast())) {
        if (to.equals(start)) {
          return true;
        }
        if (!counting.contains(to) && reached.add(to)) {
          next.add(to);
        }
      }
    }
    return false;
  }

  private static List<String> following(String state) {
    return WORKFLOW.transitions().stream()
        .filter(step -> step.from().equals(state) && !step.via().startsWith("Retry") && !step.to().isEmpty())
        .map(Transition::to)
        .toList();
  }

  private static List<String> texts(JsonNode node) {
    if (node.isTextual()) {
      return List.of(node.asText());
    }
    return StreamSupport.stream(node.spliterator(), false).flatMap(child -> texts(child).stream()).toList();
  }
}
