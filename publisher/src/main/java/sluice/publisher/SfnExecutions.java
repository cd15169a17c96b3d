package sluice.publisher;

import java.util.Objects;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** Asks Step Functions; an execution it has forgotten is not running. */
public final class SfnExecutions implements Executions {
  private final SfnClient sfn;

  public SfnExecutions(SfnClient sfn) {
    this.sfn = Objects.requireNonNull(sfn);
  }

  @Override
  public boolean running(String executionArn) {
    try {
      ExecutionStatus status = sfn.describeExecution(describe -> describe.executionArn(executionArn)).status();
      return status == ExecutionStatus.RUNNING || status == ExecutionStatus.PENDING_REDRIVE;
    } catch (ExecutionDoesNotExistException forgotten) {
      return false;
    }
  }
}
