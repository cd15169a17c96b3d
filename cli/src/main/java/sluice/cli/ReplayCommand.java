package sluice.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.cli.installation.Installation;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.problem.Problem;
import sluice.local.world.Names;
import sluice.replay.ReplayManifest;
import sluice.replay.ReplayOptions;
import sluice.replay.Selection;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@Command(name = "replay", description = "Judge objects of raw again, under today's contract, through the same gate; nothing is published twice.")
final class ReplayCommand extends InstallationCommand {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

  @Option(names = "--dataset", required = true, paramLabel = "DATASET", description = "Whose objects: a contract's name.")
  String dataset;

  @Option(names = "--id", required = true, paramLabel = "ID", description = "The replay's name for ever; the same name with the same wish is the same replay.")
  String id;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it stays in the ledger.")
  String reason;

  @Option(names = "--file", paramLabel = "URI", description = "An object: its key in raw, or s3://landing-bucket/key?versionId=…; may be given several times.")
  List<String> files = List.of();

  @Option(names = "--code", paramLabel = "CODE", description = "Objects with rows refused for this reason.")
  String code;

  @Option(names = "--from", paramLabel = "YYYY-MM-DD", description = "All objects from this ingest date on; needs --to.")
  LocalDate from;

  @Option(names = "--to", paramLabel = "YYYY-MM-DD", description = "Up to and with this ingest date.")
  LocalDate to;

  @Option(names = "--force", description = "Ask the gate again also about objects that it has judged under this contract version.")
  boolean force;

  @Option(names = "--dry-run", description = "Show the plan and change nothing.")
  boolean dryRun;

  @Override
  Exit execute() throws Exception {
    ReplayManifest manifest = manifest();
    try (Installation here = open()) {
      String bucket = here.address().bucket(Zone.REPLAY);
      S3Client s3 = here.client(S3Client.builder());
      // A key of its own, so that what answers an earlier manifest of this replay is not taken for the answer to this one.
      String key = ReplayManifest.PREFIX + id + "." + Runs.name(surroundings().clock().instant(), RandomGenerator.getDefault()) + ".json";
      s3.putObject(put -> put.bucket(bucket).key(key), RequestBody.fromBytes(manifest.toJson()));
      ReplayAnswer answer = await(here, s3, bucket, key);
      return switch (answer.kind()) {
        case REFUSED -> throw answer.refusal();
        case PLAN -> plan(here, answer);
        case STARTED -> follow(here, answer.execution());
        case SUMMARY -> throw new IllegalStateException("a summary was taken for an answer");
      };
    }
  }

  private static ReplayAnswer await(Installation here, S3Client s3, String bucket, String key) throws Exception {
    Duration longest = here.paced(LONGEST_WAIT);
    long end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end) {
      Optional<ReplayAnswer> answer = ReplayAnswer.find(s3, bucket, key);
      if (answer.isPresent()) {
        return answer.get();
      }
      Thread.sleep(here.paced(POLL));
    }
    throw new CommandException(Exit.NO, Problem.error("W061", "nothing has taken the manifest within " + longest.toSeconds() + " s")
        .found("s3://" + bucket + "/" + key)
        .next(here.command("runs"), here.logOf(Names.DISPATCH_REPLAY_FUNCTION)));
  }

  private Exit plan(Installation here, ReplayAnswer answer) {
    if (json) {
      console().answer(Document.text(answer.plan(here)));
    } else {
      answer.printPlan(console());
    }
    return Exit.DONE;
  }

  private Exit follow(Installation here, RunId execution) throws Exception {
    Runs.Started started = new Runs(here, surroundings().clock()).find(execution)
        .orElseThrow(() -> new IllegalStateException("the dispatcher named an execution that is not there: " + execution));
    try (Interruption interruption = new Interruption(surroundings(), console())) {
      return tell(new RunOperation(surroundings(), console()).follow(here, started, interruption), "replay");
    }
  }

  private ReplayManifest manifest() {
    int ways = (files.isEmpty() ? 0 : 1) + (code == null ? 0 : 1) + (from == null && to == null ? 0 : 1);
    if (ways != 1 || (from == null) != (to == null)) {
      throw new CommandException(Exit.WRONG_INPUT, Problem.error("W060", "a replay needs exactly one choice of objects")
          .expected("--file, or --code, or --from with --to").next("./sluice replay --help"));
    }
    DatasetName name = new ProjectContracts(surroundings()).contract(dataset).dataset();
    Selection selection = !files.isEmpty() ? new Selection.Files(files)
        : code != null ? new Selection.Quarantine(code, null, null, null)
        : new Selection.Dates(from, to);
    try {
      return new ReplayManifest(id, reason, name, selection, new ReplayOptions(force, dryRun, !force));
    } catch (IllegalArgumentException wrong) {
      throw new CommandException(Exit.WRONG_INPUT, Problem.error("W062", String.valueOf(wrong.getMessage())).found(id));
    }
  }
}
