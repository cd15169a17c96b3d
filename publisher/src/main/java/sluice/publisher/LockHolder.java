package sluice.publisher;

import sluice.lake.RunId;

/** The run that may build and publish, and the execution by which one can see whether it still lives. */
public record LockHolder(RunId runId, String executionArn) {}
