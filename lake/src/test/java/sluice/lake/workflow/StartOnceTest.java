package sluice.lake.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import sluice.lake.RunId;

class StartOnceTest {
  private static final RunId NAME = new RunId("replay-fix");
  private static final String INPUT = "{\"batch\":\"b\"}";

  private final FakeWorkflow workflow = new FakeWorkflow();
  private final StartOnce startOnce = new StartOnce(workflow);

  @Test
  void startsWhatWasNeverStarted() {
    assertThat(startOnce.start(NAME, INPUT)).isEqualTo(new Start.Started(NAME));
    assertThat(workflow.started()).containsExactly(java.util.Map.entry("replay-fix", INPUT));
  }

  @Test
  void startsNothingBesideARunThatRunsOrHasSucceeded() {
    startOnce.start(NAME, INPUT);
    startOnce.start(NAME, INPUT);
    workflow.ended(NAME, Execution.State.SUCCEEDED);
    assertThat(startOnce.start(NAME, INPUT)).isEqualTo(new Start.Joined(NAME));
    assertThat(workflow.started()).hasSize(1);
  }

  @Test
  void aFailureIsFollowedByANumberedAttempt() {
    startOnce.start(NAME, INPUT);
    workflow.ended(NAME, Execution.State.FAILED);
    RunId second = new RunId("replay-fix-2");
    assertThat(startOnce.start(NAME, INPUT)).isEqualTo(new Start.Again(second, 2));
    workflow.ended(second, Execution.State.FAILED);
    assertThat(startOnce.start(NAME, INPUT)).isEqualTo(new Start.Again(new RunId("replay-fix-3"), 3));
    workflow.ended(new RunId("replay-fix-3"), Execution.State.SUCCEEDED);
    assertThat(startOnce.start(NAME, INPUT)).isEqualTo(new Start.Joined(new RunId("replay-fix-3")));
    assertThat(workflow.started().values()).containsOnly(INPUT);
  }

  @Test
  void aLostAnswerStartsNothingTwice() {
    workflow.loseNextAnswer();
    assertThatThrownBy(() -> startOnce.start(NAME, INPUT)).hasMessage("no answer from Step Functions");
    startOnce.start(NAME, INPUT);
    assertThat(workflow.started()).hasSize(1);
  }

  @Test
  void aNameThatIsAnotherRunsAttemptIsPassedOver() {
    startOnce.start(NAME, INPUT);
    workflow.ended(NAME, Execution.State.FAILED);
    startOnce.start(NAME, INPUT);

    RunId same = new RunId("replay-fix-2");
    assertThat(startOnce.start(same, "{\"other\":1}")).isEqualTo(new Start.Again(new RunId("replay-fix-2-2"), 2));
    assertThat(startOnce.start(NAME, INPUT)).isEqualTo(new Start.Again(same, 2));
  }

  @Test
  void doesNotTryForEver() {
    for (int attempt = 1; attempt <= 9; attempt++) {
      workflow.ended(startOnce.start(NAME, INPUT).name(), Execution.State.FAILED);
    }
    assertThatThrownBy(() -> startOnce.start(NAME, INPUT))
        .isInstanceOf(AttemptsExhaustedException.class)
        .hasMessage("run replay-fix failed 9 times; expected one of replay-fix to replay-fix-9 to succeed."
            + " Mend what their failures name, then start an execution by hand with the input of replay-fix");
  }
}
