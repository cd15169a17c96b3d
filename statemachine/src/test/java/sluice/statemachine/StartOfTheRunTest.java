package sluice.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartOfTheRunTest extends Walking {
  @Test
  void aPersonsRunBelongsToTheDayItStartedAndTakesAllSources() {
    Walk walk = walk(new Script());
    List<JsonNode> asked = walk.callsOf("Extract the source").stream().map(TaskCall::payload).toList();
    assertThat(asked).extracting(payload -> payload.path("source").asText())
        .containsExactlyInAnyOrder("currency_rates", "devitjobs", "nofluffjobs");
    assertThat(asked).allSatisfy(payload -> {
      assertThat(payload.path("startedAt").asText()).startsWith(payload.path("ingestDate").asText() + "T");
      assertThat(payload.path("runId").asText()).startsWith("walk-");
      assertThat(payload.path("leg").asInt()).isZero();
    });
    assertThat(walk.recorded().path("trigger").asText()).isEqualTo("manual");
  }

  @Test
  void aScheduledRunBelongsToItsScheduledDate() {
    Walk walk = walk("{\"scheduledFor\": \"2024-02-29T06:00:00Z\"}", new Script());
    assertThat(walk.callsOf("Extract the source")).isNotEmpty()
        .allSatisfy(call -> assertThat(call.payload().path("ingestDate").asText()).isEqualTo("2024-02-29"));
    assertThat(walk.recorded().path("trigger").asText()).isEqualTo("schedule");
  }

  @Test
  void takesOnlyTheChosenSourcesAndEachOnce() {
    Walk walk = walk("{\"sources\": [\"devitjobs\", \"devitjobs\"]}", new Script());
    assertThat(walk.onlyCallOf("Extract the source").arguments().path("FunctionName").asText())
        .isEqualTo(TestPipeline.function("extract-devitjobs"));
    assertThat(walk.status()).isEqualTo("SUCCEEDED");
  }

  @Test
  void namesTheSourcesItDoesNotKnowAndAsksNone() {
    Walk walk = walk("{\"sources\": [\"devitjobs\", \"nofluff\", \"fx\"]}", new Script());
    assertThat(walk.error()).isEqualTo("UnknownSource");
    assertThat(walk.cause())
        .isEqualTo("plan: unknown sources: nofluff, fx; known: currency_rates, devitjobs, nofluffjobs");
    assertThat(walk.callsOf("Extract the source")).isEmpty();
    assertThat(walk.recorded().path("failure").path("stage").asText()).isEqualTo("plan");
    assertThat(walk.callsOf("Send the notice")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "{\"sources\": []}",
    "{\"sources\": \"devitjobs\"}",
    "{\"sources\": [1]}",
    "{\"sources\": null}",
    "{\"sources\": {\"devitjobs\": true}}",
    "{\"scheduledFor\": \"yesterday\"}",
    "{\"scheduledFor\": \"2026-13-01T00:00:00Z\"}",
    "{\"scheduledFor\": 20261121}",
    "{\"scheduledFor\": [\"2026-11-21\"]}"
  })
  void refusesARequestThatItDoesNotUnderstand(String input) {
    Walk walk = walk(input, new Script());
    assertThat(walk.error()).isEqualTo("RequestNotUnderstood");
    assertThat(walk.cause())
        .startsWith("plan: expected {} or {\"sources\": [\"name\", ...], \"scheduledFor\": \"2026-01-31T06:00:00Z\"}, both optional; found {");
    assertThat(walk.callsOf("Extract the source")).isEmpty();
    assertThat(walk.callsOf("Send the notice")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "{\"batch\": 7}",
    "{\"batch\": \"raw/_batches/x.json\", \"sources\": [\"devitjobs\"]}",
    "{\"replay\": {}}",
    "{\"replay\": {\"replayId\": \"r\", \"dataset\": \"orders\"}}",
    "{\"replay\": \"r\"}"
  })
  void refusesABatchOrReplayThatNobodyPrepared(String input) {
    Walk walk = walk(input, new Script());
    assertThat(walk.error()).isEqualTo("RequestNotUnderstood");
    assertThat(walk.cause()).startsWith("plan: expected {\"batch\": \"key\"} as the intake starts it, or {\"replay\":");
    assertThat(walk.callsOf("Validate the dataset")).isEmpty();
  }

  @Test
  void toleratesFieldsThatItDoesNotKnow() {
    assertThat(walk("{\"note\": \"for Anna\"}", new Script()).status()).isEqualTo("SUCCEEDED");
  }
}
