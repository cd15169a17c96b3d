package sluice.quality;

import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.glue.GlueClient;
import sluice.lake.Sleeper;
import sluice.lake.Zone;
import sluice.lake.athena.AthenaQueries;
import sluice.lake.aws.AwsClients;
import sluice.lake.contract.Contracts;
import sluice.lake.event.Emf;
import sluice.lake.event.EventLog;
import sluice.lake.lambda.FunctionEnvironment;
import sluice.quality.rules.GlueCatalogue;
import sluice.quality.rules.Library;
import sluice.quality.rules.MartRules;

/** Builds the room's core over real clients, from what the function's environment says. */
final class Wiring {
  private final FunctionEnvironment environment;

  Wiring(Map<String, String> environment) {
    this.environment = new FunctionEnvironment(environment);
  }

  /** The rules that travel in this build. */
  static Library library() {
    return new Library(Contracts.bundled(), MartRules.bundled());
  }

  CheckQuality checkQuality() {
    Clock clock = Clock.systemUTC();
    AthenaClient athena = AthenaClient.builder().httpClient(AwsClients.http()).build();
    String workGroup = environment.workGroup();
    ResultsFile file = new ResultsFile(FunctionEnvironment.store(), environment.buckets().of(Zone.DQ_RESULTS));
    return new CheckQuality(library(),
        new GlueCatalogue(GlueClient.builder().httpClient(AwsClients.http()).build()),
        database -> new AthenaQueries(athena, workGroup, database, Sleeper.REAL),
        file, new EventLog(System.out, clock), new Emf(System.out, clock));
  }
}
