package sluice.lake.workflow;

import java.util.Objects;
import sluice.lake.RunId;

/**
 * Makes sure that an input is worked on, once: whoever asks again joins what runs or succeeded, and only a failure is
 * followed by another, numbered attempt ({@code name-2}, {@code name-3}, …) with the same input.
 */
public final class StartOnce {
  private final Workflow workflow;

  public StartOnce(Workflow workflow) {
    this.workflow = Objects.requireNonNull(workflow);
  }

  public Start start(RunId name, String input) {
    for (int attempt = 1; attempt <= RunId.LAST_ATTEMPT; attempt++) {
      RunId attempted = attempt == 1 ? name : name.attempt(attempt);
      if (workflow.start(attempted, input)) {
        return attempt == 1 ? new Start.Started(attempted) : new Start.Again(attempted, attempt);
      }
      Execution there = workflow.find(attempted);
      // With another input it is another run's attempt whose number made the same name: ours takes the next number.
      if (there.input().equals(input) && there.state() != Execution.State.FAILED) {
        return new Start.Joined(attempted);
      }
    }
    throw new AttemptsExhaustedException(name, RunId.LAST_ATTEMPT);
  }
}
