package sluice.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ExtractionTest extends Walking {
  private static final String EXTRACT = "Extract the source";
  private static final Answer DOWN = Answer.error("sluice.extractors.kit.SourceUnavailableException", "503");

  @Test
  void callsASourceAgainWithTheNextLegUntilItIsComplete() {
    Walk walk = walk(new Script().when(EXTRACT, of("nofluffjobs", call ->
        Script.extracted(call.payload(), call.payload().path("leg").asInt() < 3 ? "continue" : "complete", 2))));
    assertThat(callsFor(walk, "nofluffjobs")).extracting(call -> call.payload().path("leg").asInt()).containsExactly(0, 1, 2, 3);
    assertThat(walk.callsOf("Validate the dataset")).hasSize(3);
    assertThat(walk.status()).isEqualTo("SUCCEEDED");
  }

  @Test
  void givesUpOnASourceThatNeverEnds() {
    Walk walk = walk(new Script().when(EXTRACT, of("nofluffjobs", call -> Script.extracted(call.payload(), "continue", 1))));
    assertThat(callsFor(walk, "nofluffjobs")).hasSize(20);
    assertThat(walk.error()).isEqualTo("TooManyLegs");
    assertThat(walk.cause()).isEqualTo("extract nofluffjobs: not done after 20 legs and 10 rows");
  }

  @Test
  void givesASourceThatIsDownTimeToComeBack() {
    Walk walk = walk("{\"sources\": [\"devitjobs\"]}", new Script().first(EXTRACT, DOWN).first(EXTRACT, DOWN));
    assertThat(walk.status()).isEqualTo("SUCCEEDED");
    assertThat(walk.callsOf(EXTRACT)).hasSize(3).allSatisfy(call -> assertThat(call.payload().path("leg").asInt()).isZero());
  }

  @Test
  void doesNotAskASourceAgainThatHasChanged() {
    Walk walk = walk(new Script().when(EXTRACT, of("devitjobs", call ->
        Answer.error("sluice.extractors.kit.SourceChangedException", "no total"))));
    assertThat(callsFor(walk, "devitjobs")).hasSize(1);
    assertThat(walk.error()).isEqualTo("sluice.extractors.kit.SourceChangedException");
    assertThat(walk.cause()).isEqualTo("extract devitjobs: no total");
  }

  @Test
  void goesOnWithoutAnOptionalSourceAndKeepsItsError() {
    Walk walk = walk(new Script().when(EXTRACT, of("currency_rates", call -> DOWN)));
    assertThat(walk.status()).isEqualTo("SUCCEEDED");
    assertThat(walk.output().path("status").asText()).isEqualTo("PARTIAL");
    assertThat(walk.output().path("optionalFailed").toString()).isEqualTo(
        "[{\"source\":\"currency_rates\",\"error\":\"sluice.extractors.kit.SourceUnavailableException\",\"cause\":\"503\"}]");
    assertThat(walk.callsOf("Publish the marts")).hasSize(1);
  }

  @Test
  void endsBeforeTheGateWhenARequiredSourceFailedButLetsTheOthersFinish() {
    Walk walk = walk(new Script().when(EXTRACT, of("devitjobs", call -> DOWN)));
    assertThat(walk.status()).isEqualTo("FAILED");
    assertThat(walk.callsOf("Validate the dataset")).isEmpty();
    assertThat(callsFor(walk, "nofluffjobs")).hasSize(1);
    JsonNode failure = walk.recorded().path("failure");
    assertThat(failure.path("stage").asText()).isEqualTo("extract");
    assertThat(failure.path("source").asText()).isEqualTo("devitjobs");
    assertThat(failure.path("also").toString()).isEqualTo("[]");
  }

  @Test
  void keepsEveryFailureWhenSeveralSourcesFail() {
    Walk walk = walk(new Script().when(EXTRACT, call -> Answer.error("Boom", call.payload().path("source").asText())));
    JsonNode recorded = walk.recorded();
    assertThat(recorded.path("failure").toString()).isEqualTo("{\"stage\":\"extract\",\"source\":\"devitjobs\",\"error\":\"Boom\","
        + "\"cause\":\"devitjobs\",\"also\":[\"nofluffjobs: Boom\"]}");
    assertThat(recorded.path("optionalFailed").toString())
        .isEqualTo("[{\"source\":\"currency_rates\",\"error\":\"Boom\",\"cause\":\"currency_rates\"}]");
  }

  @Test
  void takesAnAnswerWithoutAManifestForAFailureOfTheSource() {
    Walk walk = walk(new Script().when(EXTRACT, of("devitjobs", call -> Answer.payload(Map.of("status", "complete")))));
    assertThat(walk.error()).isEqualTo("AnswerNotUnderstood");
    assertThat(walk.cause()).startsWith("extract devitjobs: expected status complete with manifest and parts, found {");
  }

  @Test
  void endsAFailureOfTheWholeStageOnTheSameRoad() {
    Walk walk = walk(new Script().when("Extract every source", call -> Answer.error("States.DataLimitExceeded", "too large")));
    assertThat(walk.error()).isEqualTo("States.DataLimitExceeded");
    assertThat(walk.cause()).isEqualTo("extract: too large");
    assertThat(walk.callsOf("Send the notice")).hasSize(1);
  }

  private static Function<TaskCall, Answer> of(String source, Function<TaskCall, Answer> answer) {
    return call -> call.payload().path("source").asText().equals(source) ? answer.apply(call) : null;
  }

  private static List<TaskCall> callsFor(Walk walk, String source) {
    return walk.callsOf(EXTRACT).stream().filter(call -> call.payload().path("source").asText().equals(source)).toList();
  }
}
