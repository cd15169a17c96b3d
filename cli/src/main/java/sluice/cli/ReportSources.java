package sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.cli.installation.Installation;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.contract.Contracts;
import sluice.lake.json.Json;
import sluice.lake.ledger.DynamoRunLedger;
import sluice.lake.ledger.RunRecord;
import sluice.lake.ledger.RunStatus;
import sluice.lake.manifest.Manifest;
import sluice.local.world.Names;
import sluice.local.world.Project;
import sluice.report.dbt.DbtResults;
import sluice.report.market.Market;
import sluice.report.market.MarketAnswers;
import sluice.report.market.MarketQuery;
import sluice.report.model.Check;
import sluice.report.model.CheckRun;
import sluice.report.model.LakeFile;
import sluice.report.model.Quarantined;
import sluice.report.model.ReportModel;
import sluice.report.model.Run;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.SfnException;

/** Gathers what a report says from where the run left it: ledger, stores, history and the published marts. */
final class ReportSources {
  // The page draws the runs of a month, at two a day.
  private static final int EARLIER_RUNS = 60;
  private static final int RUNS_FOR_USUAL = 5;
  private static final int RUNS_OF_CHECKS = 14;

  private final Surroundings surroundings;
  private final Installation here;
  private final S3Client s3;

  ReportSources(Surroundings surroundings, Installation here) {
    this.surroundings = surroundings;
    this.here = here;
    this.s3 = here.client(S3Client.builder());
  }

  ReportModel model(RunRecord record, History history) throws IOException, InterruptedException {
    List<RunRecord> runs = new DynamoRunLedger(here.client(DynamoDbClient.builder()), Names.LEDGER_TABLE).latest(EARLIER_RUNS);
    List<RunRecord> earlier = runs.stream().filter(other -> other.startedAt().isBefore(record.startedAt())).toList();
    Optional<DbtResults> dbt = dbt(record.runId());
    return new ReportModel(
        "Job market",
        here.place(),
        surroundings.clock().instant(),
        Run.of(record),
        new ReportStages(record, history, histories(earlier)).all(),
        dbt.map(DbtResults::problems).orElse(List.of()),
        dbt.map(DbtResults::checks).orElse(List.of()),
        checkHistory(earlier, record.runId()),
        quarantined(record),
        runs.stream().map(Run::of).toList(),
        market(runs),
        files(record),
        versions());
  }

  /** What dbt left of a run; absent when it never came to build. */
  Optional<DbtResults> dbt(RunId run) {
    return read(Zone.DQ_RESULTS, dbtFolder(run) + "run_results.json")
        .map(results -> DbtResults.read(results, read(Zone.DQ_RESULTS, dbtFolder(run) + "manifest.json")));
  }

  /** The histories of earlier whole runs, as far as the workflow service still has them. */
  private List<History> histories(List<RunRecord> earlier) {
    SfnClient steps = here.client(SfnClient.builder());
    List<History> histories = new ArrayList<>();
    earlier.stream().filter(run -> run.status() == RunStatus.SUCCEEDED && run.executionArn() != null).limit(RUNS_FOR_USUAL).forEach(run -> {
      try {
        histories.add(History.read(steps, run.executionArn()));
      } catch (SfnException gone) {
        // Step Functions forgets after 90 days; the average is then over fewer runs.
      }
    });
    return histories;
  }

  /** What the tests said before, the oldest run first; a test keeps its name, so this run's manifest names them all. */
  private List<CheckRun> checkHistory(List<RunRecord> earlier, RunId current) {
    Optional<String> manifest = read(Zone.DQ_RESULTS, dbtFolder(current) + "manifest.json");
    List<CheckRun> runs = new ArrayList<>();
    earlier.stream().limit(RUNS_OF_CHECKS).forEach(run -> read(Zone.DQ_RESULTS, dbtFolder(run.runId()) + "run_results.json").ifPresent(results ->
        runs.addFirst(new CheckRun(run.runId().value(), DbtResults.read(results, manifest).checks().stream()
            .collect(Collectors.toMap(Check::name, Check::outcome, (first, second) -> first))))));
    return runs;
  }

  private static String dbtFolder(RunId run) {
    return Zone.DQ_RESULTS.prefix() + "dbt/run_id=" + run.value() + "/";
  }

  /** What readers see now; absent when nothing was ever published. */
  private Optional<Market> market(List<RunRecord> runs) throws InterruptedException {
    Optional<RunRecord> published = runs.stream().filter(run -> run.status() != RunStatus.FAILED).findFirst();
    if (published.isEmpty()) {
      return Optional.empty();
    }
    Athena athena = new Athena(here);
    Map<MarketQuery, List<List<String>>> answers = new EnumMap<>(MarketQuery.class);
    for (MarketQuery query : MarketQuery.values()) {
      answers.put(query, athena.query(query.sql(), 10_000).rows());
    }
    return Optional.of(new MarketAnswers(answers).market(Optional.ofNullable(published.get().endedAt()), Optional.of(published.get().runId().value())));
  }

  private List<Quarantined> quarantined(RunRecord record) throws IOException {
    List<Quarantined> entries = new ArrayList<>();
    for (String dataset : record.datasets().keySet()) {
      for (String key : keys(Zone.QUARANTINE, dataset, record.runId(), ".reason.json")) {
        JsonNode note = Json.MAPPER.readTree(read(Zone.QUARANTINE, key).orElseThrow());
        String reason = note.path("reason").asText();
        entries.add(new Quarantined(
            "q-" + dataset + "-" + reason, dataset, reason, Quarantined.Extent.OBJECT, Optional.empty(),
            Optional.ofNullable(record.endedAt()).orElse(Instant.EPOCH), note.path("object").asText(key),
            Optional.empty(), Optional.ofNullable(note.path("detail").asText(null)), Optional.empty(), Optional.empty()));
      }
    }
    return entries;
  }

  private List<LakeFile> files(RunRecord record) {
    List<LakeFile> files = new ArrayList<>();
    for (String dataset : record.datasets().keySet()) {
      for (String key : keys(Zone.RAW, dataset, record.runId(), "_manifest.json")) {
        Manifest manifest = Manifest.fromJson(read(Zone.RAW, key).orElseThrow().getBytes(StandardCharsets.UTF_8));
        manifest.parts().forEach(part -> files.add(new LakeFile(dataset, part.key(), part.rows(), part.bytes(), part.sha256())));
      }
    }
    return files;
  }

  private List<String> keys(Zone zone, String dataset, RunId run, String suffix) {
    return s3.listObjectsV2Paginator(request -> request.bucket(here.address().bucket(zone)).prefix(zone.prefix() + dataset + "/")).contents().stream()
        .map(S3Object::key)
        .filter(key -> key.contains("/run_id=" + run.value() + "/") && key.endsWith(suffix))
        .toList();
  }

  private Optional<String> read(Zone zone, String key) {
    try {
      return Optional.of(s3.getObjectAsBytes(request -> request.bucket(here.address().bucket(zone)).key(key)).asUtf8String());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  private Map<String, String> versions() throws IOException {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("Sluice", "0.1.0");
    here.checkout().ifPresent(project -> {
      commit(project).ifPresent(commit -> versions.put("Commit", commit));
      Contracts.readAll(project.contracts()).forEach((dataset, contract) -> versions.put("Contract " + dataset, "version " + contract.version()));
    });
    versions.put("Java", Runtime.version().toString());
    return versions;
  }

  /** The checkout's commit; absent where there is no git or no repository. */
  private static Optional<String> commit(Project project) {
    try {
      Process git = new ProcessBuilder("git", "-C", project.root().toString(), "describe", "--always", "--dirty")
          .redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return git.waitFor() == 0 && !said.isEmpty() ? Optional.of(said) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (IOException noGit) {
      return Optional.empty();
    }
  }
}
