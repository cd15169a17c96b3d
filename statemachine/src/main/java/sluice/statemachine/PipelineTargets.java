package sluice.statemachine;

import java.util.Map;
import java.util.Objects;
import sluice.lake.DatasetName;

/**
 * What the workflow calls, by the names a deployment gave it.
 *
 * @param extract the function's ARN of every source
 */
public record PipelineTargets(
    Map<DatasetName, String> extract,
    String validateFunctionArn,
    String receiveFunctionArn,
    String checkRulesFunctionArn,
    String checkQualityFunctionArn,
    String prepareBuildFunctionArn,
    String publishFunctionArn,
    String recordRunFunctionArn,
    String crawlerName,
    String buildProjectName,
    String noticesTopicArn) {
  public PipelineTargets {
    extract = Map.copyOf(extract);
    Objects.requireNonNull(validateFunctionArn, "validateFunctionArn");
    Objects.requireNonNull(receiveFunctionArn, "receiveFunctionArn");
    Objects.requireNonNull(checkRulesFunctionArn, "checkRulesFunctionArn");
    Objects.requireNonNull(checkQualityFunctionArn, "checkQualityFunctionArn");
    Objects.requireNonNull(prepareBuildFunctionArn, "prepareBuildFunctionArn");
    Objects.requireNonNull(publishFunctionArn, "publishFunctionArn");
    Objects.requireNonNull(recordRunFunctionArn, "recordRunFunctionArn");
    Objects.requireNonNull(crawlerName, "crawlerName");
    Objects.requireNonNull(buildProjectName, "buildProjectName");
    Objects.requireNonNull(noticesTopicArn, "noticesTopicArn");
  }

  /** Under the names of the file's placeholders. */
  Map<String, String> byPlaceholder() {
    return Map.of(
        "validate_function_arn", validateFunctionArn,
        "receive_function_arn", receiveFunctionArn,
        "check_rules_function_arn", checkRulesFunctionArn,
        "check_quality_function_arn", checkQualityFunctionArn,
        "prepare_build_function_arn", prepareBuildFunctionArn,
        "publish_function_arn", publishFunctionArn,
        "record_run_function_arn", recordRunFunctionArn,
        "crawler_name", crawlerName,
        "build_project_name", buildProjectName,
        "notices_topic_arn", noticesTopicArn);
  }
}
