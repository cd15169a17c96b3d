package sluice.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Nothing in the workflow file is unreachable, and nothing in it was never tried. */
class EveryTransitionTest extends Walking {
  private static final String LANDED = "{\"batch\": \"raw/_batches/land-1.json\"}";
  private static final Workflow WORKFLOW = Workflow.of(TestPipeline.rendered());

  private final Set<Transition> walked = new TreeSet<>(Comparator.comparing(Transition::toString));

  @Test
  void everyTransitionOfTheFileIsWalked() {
    note("{\"scheduledFor\": \"2026-11-21T06:00:00Z\"}", new Script());
    walkWrongRequests();
    walkErrors();
    walkAnswers();
    walkCrawls();
    assertThat(walked).containsExactlyInAnyOrderElementsOf(WORKFLOW.transitions());
  }

  private void walkWrongRequests() {
    note("{\"sources\": \"devitjobs\"}", new Script());
    note("{\"sources\": [\"devitjob\"]}", new Script());
    note("{\"batch\": 7}", new Script());
  }

  /** Each error that a state names, once for its retry and for ever for its catch. */
  private void walkErrors() {
    WORKFLOW.states().forEach((name, state) -> {
      for (JsonNode retry : state.path("Retry")) {
        note(reaching(name), new Script().first(name, Answer.error(retry.path("ErrorEquals").path(0).asText(), "once")));
      }
      for (JsonNode caught : state.path("Catch")) {
        Answer error = Answer.error(caught.path("ErrorEquals").path(0).asText(), "for ever");
        note(reaching(name), new Script().when(name, call -> error));
      }
    });
  }

  private static String reaching(String state) {
    return state.equals("Receive the batch") ? LANDED : "{}";
  }

  private void walkAnswers() {
    for (String status : List.of("continue", "nonsense")) {
      note("{}", new Script().when("Extract the source", call -> Script.extracted(call.payload(), status, 1)));
    }
    note("{}", new Script().when("Validate the dataset", call -> Script.judged(call.payload(), 0, 3, 0, "empty_object")));
    note("{}", new Script().when("Validate the dataset", call -> Script.unfinished(call.payload(), 1)));
    note("{}", new Script().when("Validate the dataset", call -> Answer.payload(Map.of("status", "maybe"))));
    note("{}", new Script().when("Validate the dataset", call -> Answer.payload(
        Map.of("status", "done", "from", 1, "counts", Map.of("accepted", 1, "duplicates", 0)))));
    note("{}", new Script().when("Validate the dataset", call -> Answer.payload(Map.of("status", "stopped", "cause", "a new column"))));
    note(LANDED, new Script().when("Validate the dataset", call -> Script.judged(call.payload(), 0, 0, 3)));
    note("{\"replay\": {\"replayId\": \"r\", \"dataset\": \"orders\", \"plan\": \"replay/plans/r.json\"}}", new Script());
    note("{}", new Script().when("Check the quality", call -> Answer.payload(Map.of("failed", 1, "failures", List.of()))));
  }

  private void walkCrawls() {
    Script busy = new Script();
    note("{}", busy.when("Look at the crawler", call -> busy.crawler().seen("RUNNING")));
    Script failed = new Script();
    failed.crawler().running(2).ends("FAILED", "access denied");
    note("{}", failed);
    Script endless = new Script();
    endless.crawler().running(1_000);
    note("{}", endless);
  }

  private void note(String input, Script script) {
    Walk walk = walk(input, script);
    // An expression that breaks would end the run just as red, and hide that the state behind it was never tried.
    assertThat(walk.error()).as(walk.cause()).isNotIn("States.QueryEvaluationError", "States.Runtime");
    walked.addAll(walk.transitions());
  }
}
