package sluice.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GatingTest extends Walking {
  private static final String VALIDATE = "Validate the dataset";
  private static final String LANDED = "{\"batch\": \"raw/_batches/land-1.json\"}";
  private static final String REPLAY =
      "{\"replay\": {\"replayId\": \"fix-7\", \"dataset\": \"orders\", \"plan\": \"replay/plans/fix-7.json\"}}";

  @Test
  void asksOnceForEveryDatasetAndNamesItsManifests() {
    Walk walk = walk(new Script().when("Extract the source", call -> Script.extracted(call.payload(), "complete", 3)));
    assertThat(walk.callsOf(VALIDATE)).extracting(call -> call.payload().path("dataset").asText())
        .containsExactlyInAnyOrder("currency_rates", "devitjobs", "nofluffjobs");
    JsonNode payload = walk.callsOf(VALIDATE).getFirst().payload();
    assertThat(payload.path("manifests").toString())
        .isEqualTo("[{\"manifest\":\"raw/" + payload.path("dataset").asText() + "/_manifest.json\",\"parts\":3}]");
    assertThat(payload.path("runId").asText()).startsWith("walk-");
    assertThat(payload.path("from").asInt()).isZero();
    assertThat(payload.has("replayId")).isFalse();
    assertThat(walk.output().path("datasets").path("devitjobs").toString())
        .isEqualTo("{\"read\":10,\"accepted\":10,\"quarantined\":0,\"duplicates\":0}");
  }

  @Test
  void goesOnWhereACallStopped() {
    Walk walk = walk("{\"sources\": [\"devitjobs\"]}", new Script()
        .first(VALIDATE, Answer.payload(Map.of("status", "continue", "from", 2, "refusals", List.of("bad_type"),
            "counts", Map.of("read", 5, "accepted", 4, "quarantined", 1, "duplicates", 0)))));
    assertThat(walk.callsOf(VALIDATE)).hasSize(2);
    JsonNode second = walk.callsOf(VALIDATE).getLast().payload();
    assertThat(second.path("from").asInt()).isEqualTo(2);
    assertThat(second.path("refusals").toString()).isEqualTo("[\"bad_type\"]");
    assertThat(walk.output().path("datasets").path("devitjobs").toString())
        .isEqualTo("{\"read\":15,\"accepted\":14,\"quarantined\":1,\"duplicates\":0}");
  }

  @Test
  void theRulesAreAskedOfTheDaysThatWereLetInByAnyLeg() {
    Walk walk = walk("{\"sources\": [\"devitjobs\"]}", new Script()
        .first(VALIDATE, Answer.payload(Map.of("status", "continue", "from", 1, "refusals", List.of(), "dates", List.of("2026-02-28"),
            "counts", Map.of("read", 5, "accepted", 5, "quarantined", 0, "duplicates", 0)))));
    assertThat(walk.callsOf("Check the quality").getFirst().payload().path("delivered").toString())
        .isEqualTo("{\"devitjobs\":[\"2026-02-28\",\"2026-11-21\"]}");
  }

  @Test
  void noRuleIsAskedOfWhatWasWhollyRefused() {
    Walk walk = walk(new Script().when(VALIDATE, of("currency_rates", call -> Script.judged(call.payload(), 0, 3, 0, "bad_type"))));
    assertThat(walk.callsOf("Check the quality").getFirst().payload().path("delivered").path("currency_rates").toString()).isEqualTo("[]");
  }

  @Test
  void letsInNothingWhoseRulesCouldNotBeAsked() {
    Walk walk = walk(new Script().when(VALIDATE, of("devitjobs", call -> Answer.payload(Map.of("status", "done", "from", 1, "refusals", List.of(),
        "counts", Map.of("read", 5, "accepted", 5, "quarantined", 0, "duplicates", 0))))));
    assertThat(walk.error()).isEqualTo("AnswerNotUnderstood");
    assertThat(walk.callsOf("Check the quality")).isEmpty();
  }

  @Test
  void aRunOfDuplicatesIsAGoodRun() {
    Walk walk = walk(new Script().when(VALIDATE, call -> Script.judged(call.payload(), 0, 0, 10)));
    assertThat(walk.output().path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(walk.callsOf("Publish the marts")).hasSize(1);
  }

  @Test
  void failsWhenNothingOfARequiredSourceIsUsable() {
    Walk walk = walk(new Script().when(VALIDATE, of("devitjobs", call -> Script.judged(call.payload(), 0, 4, 0, "unreadable_object"))));
    assertThat(walk.error()).isEqualTo("GateRefusedSource");
    assertThat(walk.cause()).isEqualTo("gate devitjobs: nothing was accepted of devitjobs (devitjobs: unreadable_object)");
    assertThat(walk.callsOf("Start the crawl")).isEmpty();
    assertThat(walk.recorded().path("datasets").path("devitjobs").path("quarantined").asInt()).isEqualTo(4);
  }

  @Test
  void callsARunPartialWhenNothingOfAnOptionalSourceIsUsable() {
    Walk walk = walk(new Script().when(VALIDATE, of("currency_rates", call -> Script.judged(call.payload(), 0, 4, 0, "empty_object"))));
    assertThat(walk.output().path("status").asText()).isEqualTo("PARTIAL");
    assertThat(walk.output().path("optionalFailed").toString()).isEqualTo("[{\"source\":\"currency_rates\","
        + "\"error\":\"GateRefusedSource\",\"cause\":\"nothing was accepted (currency_rates: empty_object)\"}]");
  }

  @Test
  void failsWhenTheGateBreaks() {
    Walk walk = walk(new Script().when(VALIDATE, of("devitjobs", call -> Answer.error("sluice.Boom", "no disk"))));
    assertThat(walk.error()).isEqualTo("sluice.Boom");
    assertThat(walk.cause()).isEqualTo("validate devitjobs: no disk");
    assertThat(walk.callsOf("Start the crawl")).isEmpty();
  }

  @Test
  void failsWhenAContractWantsSomebodyToLook() {
    Walk walk = walk(new Script().when(VALIDATE, of("devitjobs", call -> Answer.payload(Map.of("status", "stopped", "cause", "raw/x has a new column pay")))));
    assertThat(walk.error()).isEqualTo("DriftStopsRun");
    assertThat(walk.cause()).isEqualTo("validate devitjobs: raw/x has a new column pay");
  }

  @Test
  void failsOnAnAnswerThatItDoesNotUnderstand() {
    Walk walk = walk("{\"sources\": [\"devitjobs\"]}", new Script().when(VALIDATE, call -> Answer.payload(Map.of("status", "done"))));
    assertThat(walk.error()).isEqualTo("AnswerNotUnderstood");
    assertThat(walk.cause()).startsWith("validate devitjobs: expected status done or continue with from and counts, found {");
  }

  @Test
  void countsNothingWhenEverySourceWasOptionalAndFailed() {
    Walk walk = walk("{\"sources\": [\"currency_rates\"]}",
        new Script().when("Extract the source", call -> Answer.error("Boom", "down")));
    assertThat(walk.callsOf(VALIDATE)).isEmpty();
    assertThat(walk.output().path("datasets").toString()).isEqualTo("{}");
    assertThat(walk.output().path("status").asText()).isEqualTo("PARTIAL");
  }

  @Test
  void aLandedBatchIsReceivedAndJudgedLikeAnExtraction() {
    Walk walk = walk(LANDED, new Script().when("Receive the batch", call -> Script.received("orders", "covid_us_nyt", "orders")));
    assertThat(walk.onlyCallOf("Receive the batch").payload().path("batch").asText()).isEqualTo("raw/_batches/land-1.json");
    assertThat(walk.callsOf("Extract the source")).isEmpty();
    assertThat(walk.callsOf(VALIDATE)).extracting(call -> call.payload().path("dataset").asText() + call.payload().path("manifests").size())
        .containsExactlyInAnyOrder("orders2", "covid_us_nyt1");
    assertThat(walk.output().path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(walk.recorded().path("trigger").asText()).isEqualTo("event");
  }

  @Test
  void aLandedBatchOfWhichNothingIsNewNeedsNoBuild() {
    Walk duplicates = walk(LANDED, new Script().when(VALIDATE, call -> Script.judged(call.payload(), 0, 0, 10)));
    assertThat(duplicates.callsOf("Build the marts")).isEmpty();
    assertThat(duplicates.output().path("status").asText()).isEqualTo("SUCCEEDED");

    Walk refused = walk(LANDED, new Script().when(VALIDATE, call -> Script.judged(call.payload(), 0, 10, 0, "wrong_header")));
    assertThat(refused.callsOf("Build the marts")).isEmpty();
    assertThat(refused.output().path("status").asText()).isEqualTo("PARTIAL");
    assertThat(refused.output().path("optionalFailed").path(0).path("cause").asText()).isEqualTo("nothing was accepted (orders: wrong_header)");
  }

  @Test
  void aReplayHandsItsPlanToTheSameGate() {
    Walk walk = walk(REPLAY, new Script());
    JsonNode payload = walk.onlyCallOf(VALIDATE).payload();
    assertThat(payload.path("plan").asText()).isEqualTo("replay/plans/fix-7.json");
    assertThat(payload.path("replayId").asText()).isEqualTo("fix-7");
    assertThat(walk.recorded().path("replay").path("replayId").asText()).isEqualTo("fix-7");
    assertThat(walk.recorded().path("trigger").asText()).isEqualTo("replay");
    assertThat(walk.output().path("status").asText()).isEqualTo("SUCCEEDED");
  }

  @Test
  void aRuleThatFailedKeepsTheCandidateFromItsReaders() {
    Walk walk = walk(new Script().when("Check the quality", call -> Answer.payload(Map.of("checked", 2, "passed", 1, "failed", 1, "warned", 0,
        "failures", List.of(Map.of("table", "job_postings", "rule", "RowCount > 1000", "level", "fail", "actual", "361", "expected", "> 1000"))))));
    assertThat(walk.callsOf("Publish the marts")).isEmpty();
    assertThat(walk.error()).isEqualTo("QualityRulesFailed");
    assertThat(walk.cause()).isEqualTo("quality: job_postings: RowCount > 1000 (found 361)");
    assertThat(walk.recorded().path("quality").path("failed").asInt()).isEqualTo(1);
  }

  @Test
  void aRuleThatCannotBeReadStopsTheRunBeforeAnySourceIsAsked() {
    Walk walk = walk(new Script().when("Check the rules", call -> Answer.error("sluice.quality.QualityRulesException", "orders.yml:12: IsNice")));
    assertThat(walk.callsOf("Extract the source")).isEmpty();
    assertThat(walk.error()).isEqualTo("sluice.quality.QualityRulesException");
    assertThat(walk.cause()).isEqualTo("plan: orders.yml:12: IsNice");
  }

  private static Function<TaskCall, Answer> of(String dataset, Function<TaskCall, Answer> answer) {
    return call -> call.payload().path("dataset").asText().equals(dataset) ? answer.apply(call) : null;
  }
}
