package sluice.lake.workflow;

import java.util.Objects;

/** What an execution works on, and how far it is. */
public record Execution(State state, String input) {
  /** All that decides about a second attempt. */
  public enum State { RUNNING, SUCCEEDED, FAILED }

  public Execution {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(input, "input");
  }
}
