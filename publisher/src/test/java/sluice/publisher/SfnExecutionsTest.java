package sluice.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionRequest;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.SfnException;

class SfnExecutionsTest {
  @ParameterizedTest
  @EnumSource(value = ExecutionStatus.class, names = {"RUNNING", "PENDING_REDRIVE"})
  void isRunningWhileItCanStillBuild(ExecutionStatus status) {
    assertThat(running(describe -> answer(status))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(value = ExecutionStatus.class, names = {"SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED"})
  void isNotRunningOnceItHasEnded(ExecutionStatus status) {
    assertThat(running(describe -> answer(status))).isFalse();
  }

  @Test
  void isNotRunningWhenItIsForgotten() {
    assertThat(running(describe -> {
      throw ExecutionDoesNotExistException.builder().build();
    })).isFalse();
  }

  @Test
  void takesNobodyForDeadWhenItCannotAsk() {
    assertThatThrownBy(() -> running(describe -> {
      throw SfnException.builder().message("throttled").build();
    })).isInstanceOf(SfnException.class);
  }

  private static boolean running(Describing describing) {
    return new SfnExecutions(describing).running("arn:run-1");
  }

  private static DescribeExecutionResponse answer(ExecutionStatus status) {
    return DescribeExecutionResponse.builder().status(status).build();
  }

  /** A client that can do one thing. */
  @FunctionalInterface
  private interface Describing extends SfnClient {
    DescribeExecutionResponse describe(String executionArn);

    @Override
    default DescribeExecutionResponse describeExecution(DescribeExecutionRequest request) {
      return describe(request.executionArn());
    }

    @Override
    default String serviceName() {
      return "states";
    }

    @Override
    default void close() {}
  }
}
