package sluice.lake.workflow;

import sluice.lake.RunId;

/** Every attempt at a run failed, and another would fail like them. */
public final class AttemptsExhaustedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AttemptsExhaustedException(RunId name, int attempts) {
    super("run " + name + " failed " + attempts + " times; expected one of " + name + " to " + name + "-" + attempts
        + " to succeed. Mend what their failures name, then start an execution by hand with the input of " + name);
  }
}
