package sluice.cli;

import java.util.Set;
import sluice.lake.problem.Problem;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What it means to a person that AWS refused a call in an environment. */
final class AwsRefusal {
  private static final Set<String> MISSING = Set.of("ResourceNotFoundException", "StateMachineDoesNotExist", "NoSuchBucket", "EntityNotFoundException");

  private AwsRefusal() {}

  static Problem problem(AwsServiceException refused, String environment) {
    String code = refused.awsErrorDetails().errorCode();
    Problem problem = Problem.error("W117", refused.awsErrorDetails().serviceName() + " refuses: " + refused.awsErrorDetails().errorMessage()).found(code);
    return MISSING.contains(code)
        ? problem.expected("everything that stack compute and foundation make").next("./sluice deploy --plan --env " + environment + "      shows what is not there")
        : problem.next("these credentials may lack a permission: aws sts get-caller-identity shows whose they are");
  }
}
