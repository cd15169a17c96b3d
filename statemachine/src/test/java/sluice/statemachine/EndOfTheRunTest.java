package sluice.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class EndOfTheRunTest extends Walking {
  private static final String RECORD = "Record the run";
  private static final String ANNOUNCE = "Announce the marts";
  private static final String NOTICE = "Send the notice";

  @Test
  void givesItsCallerTheOutcome() {
    JsonNode output = walk("{\"sources\": [\"devitjobs\"]}", new Script()).output();
    assertThat(output.properties().stream().map(field -> field.getKey() + "=" + field.getValue()))
        .containsExactly("runId=" + output.path("runId"), "status=\"SUCCEEDED\"",
            "datasets={\"devitjobs\":{\"read\":10,\"accepted\":10,\"quarantined\":0,\"duplicates\":0}}",
            "marts={\"job_postings\":361}", "optionalFailed=[]", "notSent=[]");
  }

  @Test
  void recordsWhatReadersSeeNow() {
    JsonNode recorded = walk("{\"sources\": [\"devitjobs\"]}", new Script()).recorded();
    assertThat(recorded.path("executionArn").asText()).contains(":execution:");
    assertThat(recorded.path("startedAt").asText()).endsWith("Z");
    assertThat(recorded.path("marts").toString()).isEqualTo("{\"job_postings\":361}");
    assertThat(recorded.path("slot").asText()).isEqualTo("green");
    assertThat(recorded.has("failure")).isFalse();
  }

  @Test
  void announcesWhatWasPublished() {
    Walk walk = walk(new Script());
    assertThat(walk.onlyCallOf(ANNOUNCE).arguments().path("Entries").toString()).isEqualTo(
        "[{\"Source\":\"sluice\",\"DetailType\":\"Marts Published\",\"Detail\":{\"runId\":" + walk.output().path("runId")
            + ",\"slot\":\"green\",\"marts\":{\"job_postings\":361},\"publishedAt\":\"2026-11-21T06:00:30Z\"}}]");
  }

  @Test
  void sendsOneNoticeInTheWordsOfTheRecord() {
    assertThat(walk(new Script()).onlyCallOf(NOTICE).arguments().toString()).isEqualTo(
        "{\"TopicArn\":\"arn:aws:sns:eu-central-1:000000000000:sluice-notices\",\"Subject\":\"SUCCEEDED sluice\","
            + "\"Message\":\"more\",\"MessageAttributes\":{\"status\":{\"DataType\":\"String\",\"StringValue\":\"SUCCEEDED\"}}}");
  }

  @Test
  void keepsAPublishedRunThatNobodyCouldBeToldOf() {
    Walk walk = walk(new Script()
        .when(ANNOUNCE, call -> Answer.error("EventBridge.FailedEntry", "no bus"))
        .when(NOTICE, call -> Answer.error("SNS.NotFoundException", "no topic")));
    assertThat(walk.status()).isEqualTo("SUCCEEDED");
    assertThat(walk.output().path("status").asText()).isEqualTo("SUCCEEDED");
    assertThat(walk.output().path("notSent").toString()).isEqualTo(
        "[{\"what\":\"event\",\"error\":\"EventBridge.FailedEntry\",\"cause\":\"no bus\"},"
            + "{\"what\":\"notice\",\"error\":\"SNS.NotFoundException\",\"cause\":\"no topic\"}]");
  }

  @Test
  void saysInItsCauseThatAFailureCouldNotBeNotified() {
    Walk walk = walk(new Script()
        .when("Build the marts", call -> Answer.error("States.TaskFailed", "red"))
        .when(NOTICE, call -> Answer.error("SNS.NotFoundException", "no topic")));
    assertThat(walk.error()).isEqualTo("States.TaskFailed");
    assertThat(walk.cause()).isEqualTo("build: red\nnot sent: notice (SNS.NotFoundException)");
  }

  @Test
  void announcesAndNotifiesAPublicationThatCouldNotBeRecorded() {
    Walk walk = walk(new Script().when(RECORD, call -> Answer.error("Throttled", "slow down")));
    assertThat(walk.status()).isEqualTo("FAILED");
    assertThat(walk.error()).isEqualTo("Throttled");
    assertThat(walk.cause()).isEqualTo("record: slow down");
    assertThat(walk.callsOf(ANNOUNCE)).hasSize(1);
    JsonNode notice = walk.onlyCallOf(NOTICE).arguments();
    assertThat(notice.path("Subject").asText()).matches("FAILED sluice walk-[0-9]+ - the run could not be recorded");
    assertThat(notice.path("Message").asText()).contains("could not be recorded: Throttled\nIts marts are published and whole.\n"
        + "Execution: arn:aws:states:");
    assertThat(notice.path("MessageAttributes").path("status").path("StringValue").asText()).isEqualTo("FAILED");
  }

  @Test
  void keepsTheFirstFailureWhenRecordingItFailsToo() {
    Walk walk = walk(new Script()
        .when("Build the marts", call -> Answer.error("States.TaskFailed", "red"))
        .when(RECORD, call -> Answer.error("Throttled", "slow down")));
    assertThat(walk.error()).isEqualTo("States.TaskFailed");
    assertThat(walk.cause()).isEqualTo("build: red\nrecord: slow down");
    assertThat(walk.onlyCallOf(NOTICE).arguments().path("Message").asText())
        .contains("It had failed before, in build: States.TaskFailed");
    assertThat(walk.callsOf(ANNOUNCE)).isEmpty();
  }

  @Test
  void survivesAnErrorWithoutACause() {
    Walk walk = walk(new Script().when("Build the marts", call -> Answer.error("States.Timeout", "")));
    assertThat(walk.error()).isEqualTo("States.Timeout");
    assertThat(walk.cause()).isEqualTo("build: ");
  }
}
