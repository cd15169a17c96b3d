package sluice.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GatingTest extends Walking {
  private static final String VALIDATE = "Validate the part";

  @Test
  void judgesEveryPartOfEveryManifest() {
    Walk walk = walk(new Script().when("Extract the source", call -> Script.extracted(call.payload(), "complete", 3)));
    assertThat(walk.callsOf(VALIDATE)).extracting(call -> call.payload().path("dataset").asText() + call.payload().path("part"))
        .containsExactlyInAnyOrder("currency_rates0", "currency_rates1", "currency_rates2", "devitjobs0", "devitjobs1",
            "devitjobs2", "nofluffjobs0", "nofluffjobs1", "nofluffjobs2");
    JsonNode payload = walk.callsOf(VALIDATE).getFirst().payload();
    assertThat(payload.path("manifest").asText()).isEqualTo("raw/" + payload.path("dataset").asText() + "/_manifest.json");
    assertThat(payload.path("runId").asText()).startsWith("walk-");
    assertThat(walk.output().path("datasets").path("devitjobs").toString())
        .isEqualTo("{\"read\":30,\"accepted\":30,\"quarantined\":0,\"duplicates\":0}");
  }

  @Test
  void putsARefusedPartAsideAndGoesOnWithTheRest() {
    Walk walk = walk(new Script()
        .when("Extract the source", call -> Script.extracted(call.payload(), "complete", 2))
        .when(VALIDATE, part("devitjobs", 1, call -> Script.refused(call.payload(), 4, "hash_mismatch"))));
    JsonNode payload = walk.onlyCallOf("Quarantine the part").payload();
    assertThat(payload.path("runId").asText()).startsWith("walk-");
    assertThat(payload.path("ingestDate").asText()).hasSize(10);
    assertThat(payload.path("object").asText()).isEqualTo("raw/x");
    assertThat(payload.path("reason").asText()).isEqualTo("hash_mismatch");
    assertThat(payload.path("detail").asText()).isEqualTo("said at length");
    assertThat(walk.output().path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(walk.output().path("datasets").path("devitjobs").toString())
        .isEqualTo("{\"read\":14,\"accepted\":10,\"quarantined\":4,\"duplicates\":0}");
  }

  @Test
  void failsWhenNothingOfARequiredSourceIsAccepted() {
    Walk walk = walk(new Script().when(VALIDATE, part("devitjobs", 0, call -> Script.refused(call.payload(), 4, "unreadable_object"))));
    assertThat(walk.error()).isEqualTo("GateRefusedSource");
    assertThat(walk.cause()).isEqualTo("gate devitjobs: nothing was accepted of devitjobs (devitjobs: unreadable_object)");
    assertThat(walk.callsOf("Start the crawl")).isEmpty();
    assertThat(walk.recorded().path("datasets").path("devitjobs").path("quarantined").asInt()).isEqualTo(4);
  }

  @Test
  void asksTheGateAboutAnEmptyManifestToo() {
    Walk walk = walk(new Script()
        .when("Extract the source", call -> Script.extracted(call.payload(), "complete", 0))
        .when(VALIDATE, call -> Script.refused(call.payload(), 0, "empty_object")));
    assertThat(walk.callsOf(VALIDATE)).hasSize(3).allSatisfy(call -> assertThat(call.payload().path("part").asInt()).isEqualTo(-1));
    assertThat(walk.error()).isEqualTo("GateRefusedSource");
  }

  @Test
  void callsARunPartialWhenNothingOfAnOptionalSourceIsAccepted() {
    Walk walk = walk(new Script().when(VALIDATE, part("currency_rates", 0, call -> Script.refused(call.payload(), 4, "empty_object"))));
    assertThat(walk.output().path("status").asText()).isEqualTo("PARTIAL");
    assertThat(walk.output().path("optionalFailed").toString()).isEqualTo("[{\"source\":\"currency_rates\","
        + "\"error\":\"GateRefusedSource\",\"cause\":\"nothing was accepted (currency_rates: empty_object)\"}]");
  }

  @Test
  void failsWhenTheGateBreaks() {
    Walk walk = walk(new Script().when(VALIDATE, part("devitjobs", 0, call -> Answer.error("sluice.Boom", "no disk"))));
    assertThat(walk.error()).isEqualTo("sluice.Boom");
    assertThat(walk.cause()).isEqualTo("validate devitjobs: no disk");
    assertThat(walk.callsOf("Start the crawl")).isEmpty();
  }

  @Test
  void failsWhenARefusedPartCannotBePutAside() {
    Walk walk = walk(new Script()
        .when(VALIDATE, part("currency_rates", 0, call -> Script.refused(call.payload(), 4, "empty_object")))
        .when("Quarantine the part", call -> Answer.error("sluice.lake.store.StoreException", "denied")));
    assertThat(walk.error()).isEqualTo("sluice.lake.store.StoreException");
    assertThat(walk.cause()).isEqualTo("quarantine currency_rates: denied");
    assertThat(walk.callsOf("Publish the marts")).isEmpty();
  }

  @Test
  void failsOnAVerdictThatIsNeitherOfTheTwo() {
    Walk walk = walk(new Script().when(VALIDATE, call -> Answer.payload(Map.of("verdict", "maybe"))));
    assertThat(walk.error()).isEqualTo("AnswerNotUnderstood");
    assertThat(walk.cause()).isEqualTo("validate: expected the verdict accepted or quarantined, found {\"verdict\":\"maybe\"}");
  }

  @Test
  void failsOnCountsThatAreNoNumbers() {
    Walk walk = walk(new Script().when(VALIDATE, call -> Answer.payload(Map.of(
        "dataset", "devitjobs", "verdict", "accepted", "read", "ten", "accepted", 10, "quarantined", 0, "duplicates", 0))));
    assertThat(walk.error()).isEqualTo("States.QueryEvaluationError");
    assertThat(walk.cause()).startsWith("gate: ");
    assertThat(walk.callsOf("Send the notice")).hasSize(1);
  }

  @Test
  void countsNothingWhenEverySourceWasOptionalAndFailed() {
    Walk walk = walk("{\"sources\": [\"currency_rates\"]}",
        new Script().when("Extract the source", call -> Answer.error("Boom", "down")));
    assertThat(walk.callsOf(VALIDATE)).isEmpty();
    assertThat(walk.output().path("datasets").toString()).isEqualTo("{}");
    assertThat(walk.output().path("status").asText()).isEqualTo("PARTIAL");
  }

  private static Function<TaskCall, Answer> part(String dataset, int index, Function<TaskCall, Answer> answer) {
    return call -> call.payload().path("dataset").asText().equals(dataset) && call.payload().path("part").asInt() == index
        ? answer.apply(call) : null;
  }
}
