package sluice.intake;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import sluice.lake.Buckets;
import sluice.lake.Zone;
import sluice.lake.aws.AwsClients;
import sluice.lake.contract.Contracts;
import sluice.lake.event.EventLog;
import sluice.lake.lambda.FunctionEnvironment;
import sluice.lake.landing.Claims;
import sluice.lake.landing.DynamoClaims;
import sluice.lake.store.ObjectStore;
import sluice.lake.workflow.SfnWorkflow;
import sluice.lake.workflow.StartOnce;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Builds the room's cores over real clients, from what the functions' environment says. */
final class Wiring {
  private static final String SWEEP_AGE = "SLUICE_SWEEP_AGE";

  private final FunctionEnvironment environment;
  private final Buckets buckets;
  private final Clock clock = Clock.systemUTC();
  private final EventLog log = new EventLog(System.out, clock);
  private final Claims claims;
  private final ObjectStore store;

  Wiring(Map<String, String> environment) {
    this.environment = new FunctionEnvironment(environment);
    this.buckets = this.environment.buckets();
    String table = this.environment.ledgerTable();
    this.claims = new DynamoClaims(AwsClients.dynamoDb(), table);
    this.store = FunctionEnvironment.store();
  }

  EventLog log() {
    return log;
  }

  Intake intake() {
    SfnClient sfn = SfnClient.builder().httpClient(AwsClients.http()).build();
    Intake.Landing landing = new Intake.Landing(
        buckets.of(Zone.LANDING), versions(), () -> Contracts.bundled().keySet(), buckets.of(Zone.RAW));
    StartOnce startOnce = new StartOnce(new SfnWorkflow(sfn, environment.stateMachineArn()));
    return new Intake(landing, store, claims, new Runs(startOnce, log), refusals(), log);
  }

  Sweep sweep() {
    return new Sweep(versions(), claims, intake(), age(environment.optional(SWEEP_AGE, "PT1H")), clock, log);
  }

  Receive receive() {
    RawCopies copies = new RawCopies(store, buckets.of(Zone.RAW), Path.of(System.getProperty("java.io.tmpdir")));
    return new Receive(store, buckets.of(Zone.RAW), claims, copies, refusals(), log);
  }

  static Duration age(String text) {
    try {
      return Duration.parse(text);
    } catch (DateTimeParseException otherShape) {
      throw new IllegalStateException("expected a duration such as PT1H in " + SWEEP_AGE + ", found " + text, otherShape);
    }
  }

  private LandingVersions versions() {
    return new S3LandingVersions(S3Client.builder().httpClient(AwsClients.http()).build(), buckets.of(Zone.LANDING));
  }

  private Refusals refusals() {
    return new Refusals(store, buckets.of(Zone.QUARANTINE), log);
  }
}
