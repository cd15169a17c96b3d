package sluice.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import sluice.cli.installation.Installation;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.landing.Claims;
import sluice.lake.landing.DynamoClaims;
import sluice.lake.landing.LandedObject;
import sluice.lake.problem.Problem;
import sluice.local.world.Names;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

@Command(name = "drop", description = "Drop a file in the landing bucket, as a producer would; it starts a run by itself.")
final class DropCommand extends InstallationCommand {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

  @Parameters(index = "0", paramLabel = "FILE", description = "What to drop.")
  Path file;

  @Option(names = "--dataset", required = true, paramLabel = "DATASET", description = "Whose file it is: a contract's name.")
  String dataset;

  @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "The ingest date it belongs to (default: today's).")
  LocalDate date;

  @Option(names = "--wait", description = "Follow the run that the file starts, and print it as run does.")
  boolean wait;

  @Override
  Exit execute() throws Exception {
    InputFile.require(file);
    DatasetName name = new ProjectContracts(surroundings()).contract(dataset).dataset();
    try (Installation here = open()) {
      LandedObject landed = put(here, name);
      if (!wait) {
        return answer(here, landed);
      }
      try (Interruption interruption = new Interruption(surroundings(), console())) {
        return tell(new RunOperation(surroundings(), console()).follow(here, started(here, landed), interruption), "drop");
      }
    }
  }

  private LandedObject put(Installation here, DatasetName name) {
    String key = name + "/" + (date == null ? "" : "ingest_date=" + date + "/") + file.getFileName();
    String bucket = here.address().bucket(Zone.LANDING);
    String version = here.client(S3Client.builder())
        .putObject(put -> put.bucket(bucket).key(key), RequestBody.fromFile(file)).versionId();
    return new LandedObject(name, bucket, key, version);
  }

  private Exit answer(Installation here, LandedObject landed) {
    if (json) {
      ObjectNode document = here.document("drop");
      document.put("dataset", landed.dataset().value()).put("object", "s3://" + landed.bucket() + "/" + landed.key()).put("version", landed.versionId());
      console().answer(Document.text(document));
    } else {
      console().answer(console().mark(Console.Mark.OK) + " Dropped s3://" + landed.bucket() + "/" + landed.key() + ", version " + landed.versionId());
      console().answer("  next    " + here.command("runs") + "      the run that it starts appears there");
    }
    return Exit.DONE;
  }

  /** The claim is put before the run is started, so the run is looked for under its name. */
  private Runs.Started started(Installation here, LandedObject landed) throws InterruptedException {
    Claims claims = new DynamoClaims(here.client(DynamoDbClient.builder()), Names.LEDGER_TABLE);
    Runs runs = new Runs(here, surroundings().clock());
    Duration longest = here.paced(LONGEST_WAIT);
    long end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end) {
      Optional<RunId> run = claims.of(landed);
      Optional<Runs.Started> started = run.flatMap(runs::find);
      if (started.isPresent()) {
        return started.get();
      }
      Thread.sleep(here.paced(POLL));
    }
    throw new CommandException(Exit.NO, Problem.error("W072", "no run has taken the file within " + longest.toSeconds() + " s")
        .found(landed.uri())
        .safe("the file is in the landing bucket and is not lost: the sweep finds it")
        .next(here.command("runs"), here.logOf(Names.INTAKE_FUNCTION)));
  }
}
