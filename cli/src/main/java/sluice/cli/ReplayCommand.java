package sluice.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import sluice.lake.DatasetName;
import sluice.lake.Zone;
import sluice.lake.contract.Contracts;
import sluice.lake.problem.Problem;
import sluice.local.world.Names;
import sluice.local.world.World;
import sluice.replay.ReplayManifest;
import sluice.replay.ReplayOptions;
import sluice.replay.Selection;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

@Command(name = "replay", description = "Judge objects of raw again, under today's contract, through the same gate; nothing is published twice.")
final class ReplayCommand extends Invocation {
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
    try (World world = new WorldSession(surroundings(), console()).open()) {
      S3Client s3 = world.aws().client(S3Client.builder());
      String key = ReplayManifest.PREFIX + id + (dryRun ? ".dry-run" : "") + ".json";
      s3.putObject(put -> put.bucket(Names.bucket(Zone.REPLAY)).key(key), RequestBody.fromBytes(manifest.toJson()));
      Runs runs = new Runs(world, surroundings().clock());
      long end = System.nanoTime() + LONGEST_WAIT.toNanos();
      while (System.nanoTime() < end) {
        Optional<String> said = answer(s3, key);
        if (said.isPresent()) {
          return said(s3, said.get());
        }
        Optional<Runs.Started> started = dryRun ? Optional.empty() : runs.find(ReplayManifest.runId(id));
        if (started.isPresent()) {
          return follow(world, started.get());
        }
        Thread.sleep(POLL);
      }
      throw new CommandException(Exit.NO, Problem.error("W061", "nothing has taken the manifest within " + LONGEST_WAIT.toSeconds() + " s")
          .found("s3://" + Names.bucket(Zone.REPLAY) + "/" + key)
          .next("./sluice runs", "look into .sluice/logs/ministack.log"));
    }
  }

  private Exit follow(World world, Runs.Started started) throws Exception {
    try (Interruption interruption = new Interruption(surroundings(), console())) {
      RunSummary summary = new RunOperation(surroundings(), console()).follow(world, started, interruption);
      if (json) {
        console().answer(Document.text(summary.document("replay")));
      } else {
        summary.print(console());
      }
      return summary.exit();
    }
  }

  /** What the dispatcher wrote beside the manifest: a refusal, a plan, or that nothing is left to do. */
  private static Optional<String> answer(S3Client s3, String key) {
    String beside = key.substring(0, key.length() - ".json".length());
    return s3.listObjectsV2(list -> list.bucket(Names.bucket(Zone.REPLAY)).prefix(beside)).contents().stream().map(S3Object::key)
        .filter(other -> other.endsWith(".refused.json") || other.endsWith(".plan.json")).max(String::compareTo);
  }

  private Exit said(S3Client s3, String key) {
    String text = s3.getObjectAsBytes(get -> get.bucket(Names.bucket(Zone.REPLAY)).key(key)).asUtf8String();
    console().answer(text.strip());
    return key.endsWith(".refused.json") ? Exit.WRONG_INPUT : Exit.DONE;
  }

  private ReplayManifest manifest() {
    int ways = (files.isEmpty() ? 0 : 1) + (code == null ? 0 : 1) + (from == null && to == null ? 0 : 1);
    if (ways != 1 || (from == null) != (to == null)) {
      throw new CommandException(Exit.WRONG_INPUT, Problem.error("W060", "a replay needs exactly one choice of objects")
          .expected("--file, or --code, or --from with --to").next("./sluice replay --help"));
    }
    DatasetName name = Contracts.readAll(surroundings().project().contracts()).keySet().stream().filter(one -> one.value().equals(dataset)).findFirst()
        .orElseThrow(() -> new CommandException(Exit.WRONG_INPUT, Problem.error("W071", "there is no contract for dataset \"" + dataset + "\"").found(dataset)));
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
