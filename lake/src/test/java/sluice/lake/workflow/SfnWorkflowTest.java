package sluice.lake.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.lake.RunId;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StartExecutionRequest;
import software.amazon.awssdk.services.sfn.model.StartExecutionResponse;

class SfnWorkflowTest {
  private static final RunId NAME = new RunId("land-1");
  private final Client client = new Client();
  private final Workflow workflow = new SfnWorkflow(client, "arn:aws:states:eu-central-1:1:stateMachine:sluice");

  @Test
  void startsByNameWithTheInputAsItIs() {
    assertThat(workflow.start(NAME, "{}")).isTrue();
    assertThat(client.asked).isEqualTo(StartExecutionRequest.builder()
        .stateMachineArn("arn:aws:states:eu-central-1:1:stateMachine:sluice").name("land-1").input("{}").build());
  }

  @Test
  void saysThatTheNameWasUsed() {
    client.refusal = ExecutionAlreadyExistsException.builder().build();
    assertThat(workflow.start(NAME, "{}")).isFalse();
  }

  @Test
  void passesEveryOtherRefusalOn() {
    client.refusal = (SfnException) SfnException.builder().message("throttled").build();
    assertThatThrownBy(() -> workflow.start(NAME, "{}")).isInstanceOf(SfnException.class);
  }

  @ParameterizedTest
  @CsvSource({"RUNNING,RUNNING", "PENDING_REDRIVE,RUNNING", "SUCCEEDED,SUCCEEDED", "FAILED,FAILED", "TIMED_OUT,FAILED", "ABORTED,FAILED",
      "SOMETHING_NEW,RUNNING"})
  void knowsHowAnExecutionIs(String status, Execution.State state) {
    client.status = status;
    assertThat(workflow.find(NAME)).isEqualTo(new Execution(state, "{\"batch\":1}"));
    assertThat(client.described).isEqualTo("arn:aws:states:eu-central-1:1:execution:sluice:land-1");
  }

  @Test
  void refusesWhatIsNoStateMachine() {
    assertThatThrownBy(() -> new SfnWorkflow(client, "sluice"))
        .hasMessage("expected arn:aws:states:<region>:<account>:stateMachine:<name>, found sluice");
  }

  /** Remembers what it was asked. */
  private static final class Client implements SfnClient {
    private StartExecutionRequest asked;
    private String described;
    private String status;
    private SfnException refusal;

    @Override
    public StartExecutionResponse startExecution(StartExecutionRequest request) {
      asked = request;
      if (refusal != null) {
        throw refusal;
      }
      return StartExecutionResponse.builder().build();
    }

    @Override
    public DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
      described = request.executionArn();
      return DescribeExecutionResponse.builder().status(status).input("{\"batch\":1}").build();
    }

    @Override
    public String serviceName() {
      return "states";
    }

    @Override
    public void close() {}
  }
}
