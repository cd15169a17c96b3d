package sluice.lake.workflow;

import sluice.lake.RunId;

/** Starts executions of the one workflow and knows how they are. */
public interface Workflow {
  /**
   * Starts an execution; the same name with the same input while it runs is the same execution, and so a success.
   *
   * @param input JSON without a clock or a random id in it, or a repeated call could not be recognised
   * @return false when the name was used before, by an execution that has ended or that has another input
   */
  boolean start(RunId name, String input);

  /** The execution of that name, which must have been started. */
  Execution find(RunId name);
}
