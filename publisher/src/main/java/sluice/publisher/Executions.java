package sluice.publisher;

/** Knows whether an execution of the workflow is still going on. */
public interface Executions {
  boolean running(String executionArn);
}
