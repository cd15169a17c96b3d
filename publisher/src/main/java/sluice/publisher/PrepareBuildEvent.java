package sluice.publisher;

import java.util.Objects;
import sluice.lake.RunId;

/** Asks for a slot to build in. */
public record PrepareBuildEvent(RunId runId, String executionArn) {
  public PrepareBuildEvent {
    Objects.requireNonNull(runId, "runId");
    Objects.requireNonNull(executionArn, "executionArn");
  }
}
