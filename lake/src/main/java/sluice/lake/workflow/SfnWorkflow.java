package sluice.lake.workflow;

import java.util.Objects;
import sluice.lake.RunId;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The workflow as a Standard state machine of Step Functions. */
public final class SfnWorkflow implements Workflow {
  private final SfnClient sfn;
  private final String stateMachineArn;

  public SfnWorkflow(SfnClient sfn, String stateMachineArn) {
    this.sfn = Objects.requireNonNull(sfn);
    if (!stateMachineArn.contains(":stateMachine:")) {
      throw new IllegalArgumentException("expected arn:aws:states:<region>:<account>:stateMachine:<name>, found " + stateMachineArn);
    }
    this.stateMachineArn = stateMachineArn;
  }

  @Override
  public boolean start(RunId name, String input) {
    try {
      sfn.startExecution(start -> start.stateMachineArn(stateMachineArn).name(name.value()).input(input));
      return true;
    } catch (ExecutionAlreadyExistsException ended) {
      return false;
    }
  }

  @Override
  public Execution find(RunId name) {
    DescribeExecutionResponse found = sfn.describeExecution(describe -> describe.executionArn(arn(name)));
    return new Execution(state(found.status()), found.input() == null ? "" : found.input());
  }

  private String arn(RunId name) {
    return stateMachineArn.replace(":stateMachine:", ":execution:") + ":" + name;
  }

  private static Execution.State state(ExecutionStatus status) {
    return switch (status) {
      case RUNNING, PENDING_REDRIVE -> Execution.State.RUNNING;
      case SUCCEEDED -> Execution.State.SUCCEEDED;
      case FAILED, TIMED_OUT, ABORTED -> Execution.State.FAILED;
      // A state that is newer than this code: taking it for a failure could start a second run beside it.
      case UNKNOWN_TO_SDK_VERSION -> Execution.State.RUNNING;
    };
  }
}
