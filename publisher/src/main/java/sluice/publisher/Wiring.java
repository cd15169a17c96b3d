package sluice.publisher;

import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import sluice.lake.Buckets;
import sluice.lake.Sleeper;
import sluice.lake.Zone;
import sluice.lake.athena.AthenaQueries;
import sluice.lake.aws.AwsClients;
import sluice.lake.event.Emf;
import sluice.lake.event.EventLog;
import sluice.lake.lambda.FunctionEnvironment;
import sluice.lake.ledger.DynamoRunLedger;
import sluice.lake.store.ObjectStore;

/** Builds the room's cores over real clients, from what the functions' environment says. */
final class Wiring {
  private final FunctionEnvironment environment;
  private final String table;
  private final Clock clock = Clock.systemUTC();
  private final EventLog log = new EventLog(System.out, clock);

  Wiring(Map<String, String> environment) {
    this.environment = new FunctionEnvironment(environment);
    this.table = this.environment.ledgerTable();
  }

  PrepareBuild prepareBuild() {
    return new PrepareBuild(table(AwsClients.dynamoDb()),
        new SfnExecutions(SfnClient.builder().httpClient(AwsClients.http()).build()),
        catalog(), views(), log);
  }

  Publish publish() {
    return new Publish(table(AwsClients.dynamoDb()), catalog(), views(), log, clock);
  }

  RecordRun recordRun() {
    DynamoDbClient dynamo = AwsClients.dynamoDb();
    ObjectStore store = FunctionEnvironment.store();
    Buckets buckets = environment.buckets();
    return new RecordRun(new RunFile(store, buckets.of(Zone.DQ_RESULTS)), new ReplaySummary(store, buckets.of(Zone.REPLAY)),
        new DynamoRunLedger(dynamo, table), new SfnCostMeter(SfnClient.builder().httpClient(AwsClients.http()).build()), table(dynamo), log, new Emf(System.out, clock), clock);
  }

  private BuildTable table(DynamoDbClient dynamo) {
    return new DynamoBuildTable(dynamo, table);
  }

  private ReaderViews views() {
    AthenaClient athena = AthenaClient.builder().httpClient(AwsClients.http()).build();
    return new ReaderViews(
        new AthenaQueries(athena, environment.workGroup(), ReaderViews.DATABASE, Sleeper.REAL), clock);
  }

  private static MartCatalog catalog() {
    return new GlueMarts(GlueClient.builder().httpClient(AwsClients.http()).build());
  }
}
