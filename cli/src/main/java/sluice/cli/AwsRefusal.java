package sluice.cli;

import java.util.Set;
import sluice.lake.problem.Problem;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What it means to a person that AWS refused a call in an environment. */
final class AwsRefusal {
  private static final Set<String> MISSING = Set.of("ResourceNotFoundException", "StateMachineDoesNotExist", "NoSuchBucket", "EntityNotFoundException");
  private static final int SERVERS_FAULT = 500;

  private AwsRefusal() {}

  static Problem problem(AwsServiceException refused, String environment) {
    String code = refused.awsErrorDetails().errorCode();
    Problem problem = Problem.error("W117", refused.awsErrorDetails().serviceName() + " refuses: " + refused.awsErrorDetails().errorMessage()).found(code);
    if (MISSING.contains(code)) {
      return problem.expected("everything that the stacks make").next("./sluice deploy --plan --env " + environment + "      shows what is not there");
    }
    return refused.statusCode() >= SERVERS_FAULT
        ? problem.next("the same command again: AWS could not answer")
        : problem.next("aws sts get-caller-identity      shows whose credentials these are; they may lack a permission");
  }
}
