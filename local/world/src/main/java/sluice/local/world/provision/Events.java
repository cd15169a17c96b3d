package sluice.local.world.provision;

import java.util.List;
import java.util.Map;
import sluice.lake.Zone;
import sluice.local.world.Aws;
import sluice.local.world.Names;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.FunctionResponseType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The two ways in that objects open: a file in the landing bucket, through a queue that gathers bursts, and a manifest in the replay bucket. */
final class Events {
  private static final String LANDED = "sluice-landed";
  private static final String REPLAYS = "sluice-replay-manifests";
  // On AWS a minute gathers a burst; on a laptop somebody waits.
  private static final int WINDOW_SECONDS = 1;
  private static final int LARGEST_BATCH = 1000;
  private static final int RECEIPTS_BEFORE_DEAD = 5;

  private Events() {}

  static void provision(Aws aws) {
    SqsClient sqs = aws.client(SqsClient.builder());
    sqs.createQueue(queue -> queue.queueName(Names.LANDED_DEAD_QUEUE));
    // Longer than the function's own limit, or a slow call's messages would be delivered again while it works.
    sqs.createQueue(queue -> queue.queueName(Names.LANDED_QUEUE).attributes(Map.of(
        QueueAttributeName.VISIBILITY_TIMEOUT, "1800",
        QueueAttributeName.REDRIVE_POLICY, "{\"deadLetterTargetArn\":\"" + Names.arn("sqs", Names.LANDED_DEAD_QUEUE)
            + "\",\"maxReceiveCount\":" + RECEIPTS_BEFORE_DEAD + "}")));
    EventBridgeClient events = aws.client(EventBridgeClient.builder());
    rule(events, LANDED, pattern(Zone.LANDING, ""), Names.arn("sqs", Names.LANDED_QUEUE));
    rule(events, REPLAYS, pattern(Zone.REPLAY, ",\"object\":{\"key\":[{\"prefix\":\"manifests/\"}]}"), Functions.Stage.DISPATCH_REPLAY.arn());
    mapping(aws.client(LambdaClient.builder()));
  }

  private static void rule(EventBridgeClient events, String name, String pattern, String target) {
    events.putRule(rule -> rule.name(name).eventPattern(pattern));
    events.putTargets(targets -> targets.rule(name).targets(Target.builder().id(name).arn(target).build()));
  }

  private static String pattern(Zone zone, String more) {
    return "{\"source\":[\"aws.s3\"],\"detail-type\":[\"Object Created\"],\"detail\":{\"bucket\":{\"name\":[\""
        + Names.bucket(zone) + "\"]}" + more + "}}";
  }

  private static void mapping(LambdaClient lambda) {
    List<EventSourceMappingConfiguration> known = lambda.listEventSourceMappings(all -> all.functionName(Functions.Stage.INTAKE.function)).eventSourceMappings();
    if (known.isEmpty()) {
      lambda.createEventSourceMapping(mapping -> mapping
          .functionName(Functions.Stage.INTAKE.function)
          .eventSourceArn(Names.arn("sqs", Names.LANDED_QUEUE))
          .batchSize(LARGEST_BATCH)
          .maximumBatchingWindowInSeconds(WINDOW_SECONDS)
          .functionResponseTypes(FunctionResponseType.REPORT_BATCH_ITEM_FAILURES));
    }
  }
}
