package sluice.replay;

import java.time.Clock;
import java.util.Map;
import sluice.lake.Buckets;
import sluice.lake.Zone;
import sluice.lake.aws.AwsClients;
import sluice.lake.contract.Contracts;
import sluice.lake.event.Emf;
import sluice.lake.event.EventLog;
import sluice.lake.lambda.FunctionEnvironment;
import sluice.lake.landing.DynamoClaims;
import sluice.lake.ledger.DynamoVerdictLedger;
import sluice.lake.store.ObjectStore;
import sluice.lake.workflow.SfnWorkflow;
import sluice.lake.workflow.StartOnce;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Builds the room's core over real clients, from what the function's environment says. */
final class Wiring {
  private final FunctionEnvironment environment;

  Wiring(Map<String, String> environment) {
    this.environment = new FunctionEnvironment(environment);
  }

  Dispatch dispatch() {
    String table = environment.ledgerTable();
    String stateMachine = environment.stateMachineArn();
    Buckets buckets = environment.buckets();
    ObjectStore store = FunctionEnvironment.store();
    Planner.Places places = new Planner.Places(buckets.of(Zone.RAW), buckets.of(Zone.LANDING));
    ReplayZone zone = new ReplayZone(store, buckets.of(Zone.REPLAY));
    DynamoDbClient dynamo = AwsClients.dynamoDb();
    Planner planner = new Planner(store, places, new DynamoClaims(dynamo, table), new DynamoVerdictLedger(dynamo, table));
    SfnClient sfn = SfnClient.builder().httpClient(AwsClients.http()).build();
    Clock clock = Clock.systemUTC();
    return new Dispatch(zone, planner, new StartOnce(new SfnWorkflow(sfn, stateMachine)),
        new Dispatch.Contracts(Contracts::bundled, places.landingBucket()), new EventLog(System.out, clock), new Emf(System.out, clock));
  }
}
