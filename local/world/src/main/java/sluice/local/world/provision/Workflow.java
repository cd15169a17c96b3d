package sluice.local.world.provision;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.lake.DatasetName;
import sluice.lake.source.SourceSpec;
import sluice.local.world.Aws;
import sluice.local.world.Names;
import sluice.local.world.Project;
import sluice.statemachine.Pipeline;
import sluice.statemachine.PipelineTargets;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The state machine and what it talks to beside functions and builds: the notices' topic, the database's secret. */
final class Workflow {
  private final Aws aws;
  private final Project project;
  private final String role;

  private Workflow(Aws aws, Project project, String role) {
    this.aws = aws;
    this.project = project;
    this.role = role;
  }

  static void provision(Aws aws, Project project, String role, Sites sites, List<SourceSpec> sources) {
    Workflow workflow = new Workflow(aws, project, role);
    workflow.notices();
    sources.forEach(source -> workflow.secrets(source, sites));
    workflow.secret(Names.PII_SALT_SECRET, "local-world");
    workflow.stateMachine(sources);
  }

  private void notices() {
    SnsClient sns = aws.client(SnsClient.builder());
    SqsClient sqs = aws.client(SqsClient.builder());
    String topic = sns.createTopic(request -> request.name(Names.NOTICES_TOPIC)).topicArn();
    sqs.createQueue(request -> request.queueName(Names.NOTICES_QUEUE));
    sns.subscribe(request -> request.topicArn(topic).protocol("sqs").endpoint(Names.arn("sqs", Names.NOTICES_QUEUE)));
  }

  /** Only sample databases have credentials that the world knows; a live one's secret is the user's to set. */
  private void secrets(SourceSpec source, Sites sites) {
    if (sites.postgres().isEmpty()) {
      return;
    }
    source.secrets().forEach(name -> secret(name, json(sites.postgres())));
  }

  private void secret(String name, String value) {
    SecretsManagerClient secrets = aws.client(SecretsManagerClient.builder());
    try {
      secrets.createSecret(request -> request.name(name).secretString(value));
    } catch (ResourceExistsException e) {
      secrets.putSecretValue(request -> request.secretId(name).secretString(value));
    }
  }

  private void stateMachine(List<SourceSpec> sources) {
    SfnClient steps = aws.client(SfnClient.builder());
    String definition = definition(sources);
    try {
      steps.createStateMachine(request -> request.name(Names.STATE_MACHINE).roleArn(role).definition(definition));
    } catch (StateMachineAlreadyExistsException e) {
      steps.updateStateMachine(request -> request
          .stateMachineArn(Names.arn("states", "stateMachine:" + Names.STATE_MACHINE))
          .roleArn(role)
          .definition(definition));
    }
  }

  private String definition(List<SourceSpec> sources) {
    Map<DatasetName, String> extractors = new HashMap<>();
    sources.forEach(source -> extractors.put(source.source(), Names.arn("lambda", "function:" + Names.extractor(source.source()))));
    return Pipeline.render(project.root(), sources, new PipelineTargets(
        extractors,
        Functions.Stage.VALIDATE.arn(),
        Functions.Stage.RECEIVE.arn(),
        Functions.Stage.CHECK_RULES.arn(),
        Functions.Stage.CHECK_QUALITY.arn(),
        Functions.Stage.PREPARE_BUILD.arn(),
        Functions.Stage.PUBLISH.arn(),
        Functions.Stage.RECORD_RUN.arn(),
        Names.CRAWLER,
        Names.BUILD_PROJECT,
        Names.arn("sns", Names.NOTICES_TOPIC)));
  }

  private static String json(Map<String, String> value) {
    try {
      return new ObjectMapper().writeValueAsString(new LinkedHashMap<>(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
