package sluice.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing in the workflow file is unreachable, and nothing in it was never tried. */
@Tag("world")
class EveryTransitionTest {
  private static final String PIPELINE = TestPipeline.rendered();
  private static final Workflow WORKFLOW = Workflow.of(PIPELINE);

  private static StatesInterpreter interpreter;

  private final Set<Transition> walked = new TreeSet<>(Comparator.comparing(Transition::toString));

  @BeforeAll
  static void start() throws Exception {
    interpreter = Interpreters.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (interpreter != null) {
      interpreter.close();
    }
  }

  @Test
  void everyTransitionOfTheFileIsWalked() {
    walk("{\"scheduledFor\": \"2026-11-21T06:00:00Z\"}", new Script());
    walkWrongRequests();
    walkErrors();
    walkAnswers();
    walkCrawls();
    assertThat(walked).containsExactlyInAnyOrderElementsOf(WORKFLOW.transitions());
  }

  private void walkWrongRequests() {
    walk("{\"sources\": \"devitjobs\"}", new Script());
    walk("{\"sources\": [\"devitjob\"]}", new Script());
  }

  /** Each error that a state names, once for its retry and for ever for its catch. */
  private void walkErrors() {
    WORKFLOW.states().forEach((name, state) -> {
      for (JsonNode retry : state.path("Retry")) {
        walk("{}", reaching(name).first(name, Answer.error(retry.path("ErrorEquals").path(0).asText(), "once")));
      }
      for (JsonNode caught : state.path("Catch")) {
        Answer error = Answer.error(caught.path("ErrorEquals").path(0).asText(), "for ever");
        walk("{}", reaching(name).when(name, call -> error));
      }
    });
  }

  private static Script reaching(String state) {
    Script script = new Script();
    return state.equals("Quarantine the part")
        ? script.when("Validate the part", call -> Script.refused(call.payload(), 3, "empty_object"))
        : script;
  }

  private void walkAnswers() {
    for (String status : List.of("continue", "nonsense")) {
      walk("{}", new Script().when("Extract the source", call -> Script.extracted(call.payload(), status, 1)));
    }
    walk("{}", new Script().when("Validate the part", call -> Script.refused(call.payload(), 3, "empty_object")));
    walk("{}", new Script().when("Validate the part", call -> Answer.payload(java.util.Map.of("verdict", "maybe"))));
  }

  private void walkCrawls() {
    Script busy = new Script();
    walk("{}", busy.when("Look at the crawler", call -> busy.crawler().seen("RUNNING")));
    Script failed = new Script();
    failed.crawler().running(2).ends("FAILED", "access denied");
    walk("{}", failed);
    Script endless = new Script();
    endless.crawler().running(1_000);
    walk("{}", endless);
  }

  private void walk(String input, Script script) {
    walked.addAll(interpreter.run(PIPELINE, input, script).transitions());
  }
}
