package sluice.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildingTest extends Walking {
  private static final Answer BUSY = Answer.error("sluice.publisher.BuildBusyException", "run x is building");

  @Test
  void buildsIntoTheSlotItWasGiven() {
    Walk walk = walk(new Script());
    assertThat(walk.onlyCallOf("Prepare the build").payload().path("runId").asText()).startsWith("walk-");
    assertThat(walk.onlyCallOf("Prepare the build").payload().path("executionArn").asText()).contains(":execution:");
    String runId = walk.output().path("runId").asText();
    assertThat(walk.onlyCallOf("Build the marts").arguments().toString()).isEqualTo("{\"ProjectName\":\"sluice-dbt\","
        + "\"EnvironmentVariablesOverride\":[{\"Name\":\"SLUICE_RUN_ID\",\"Type\":\"PLAINTEXT\",\"Value\":\"" + runId + "\"},"
        + "{\"Name\":\"SLUICE_SLOT_DATABASE\",\"Type\":\"PLAINTEXT\",\"Value\":\"sluice_green\"}]}");
    assertThat(walk.onlyCallOf("Publish the marts").payload().toString())
        .isEqualTo("{\"runId\":\"" + runId + "\",\"slot\":\"green\",\"database\":\"sluice_green\"}");
  }

  @Test
  void waitsForTheLockWhileAnotherRunBuilds() {
    Script script = new Script();
    for (int i = 0; i < 5; i++) {
      script.first("Prepare the build", BUSY);
    }
    Walk walk = walk(script);
    assertThat(walk.status()).isEqualTo("SUCCEEDED");
    assertThat(walk.callsOf("Prepare the build")).hasSize(6);
  }

  @Test
  void givesUpWhenTheLockIsNeverFree() {
    Walk walk = walk(new Script().when("Prepare the build", call -> BUSY));
    assertThat(walk.error()).isEqualTo("sluice.publisher.BuildBusyException");
    assertThat(walk.cause()).isEqualTo("prepare: run x is building");
    assertThat(walk.callsOf("Prepare the build")).hasSize(61);
  }

  @Test
  void publishesNothingWhenTheBuildFails() {
    Walk walk = walk(new Script().when("Build the marts", call -> Answer.error("States.TaskFailed", "{\"Build\":{}}")));
    assertThat(walk.error()).isEqualTo("States.TaskFailed");
    assertThat(walk.cause()).isEqualTo("build: {\"Build\":{}}");
    assertThat(walk.callsOf("Build the marts")).hasSize(1);
    assertThat(walk.callsOf("Publish the marts")).isEmpty();
    assertThat(walk.callsOf("Announce the marts")).isEmpty();
    assertThat(walk.recorded().path("marts").toString()).isEqualTo("{}");
    assertThat(walk.recorded().path("slot").asText()).isEqualTo("green");
  }

  @Test
  void repeatsAPublicationThatWasCutOff() {
    Walk walk = walk(new Script().first("Publish the marts", Answer.error("sluice.lake.athena.QueryFailedException", "slow")));
    assertThat(walk.status()).isEqualTo("SUCCEEDED");
    assertThat(walk.callsOf("Publish the marts")).hasSize(2);
  }

  @Test
  void saysThatPublishingFailed() {
    Walk walk = walk(new Script().when("Publish the marts", call -> Answer.error("sluice.publisher.LockLostException", "lost")));
    assertThat(walk.cause()).isEqualTo("publish: lost");
    assertThat(walk.recorded().path("failure").path("stage").asText()).isEqualTo("publish");
    assertThat(walk.callsOf("Announce the marts")).isEmpty();
  }
}
