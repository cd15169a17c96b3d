package sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.lake.RunId;
import sluice.lake.Zone;
import sluice.lake.json.Json;
import sluice.lake.ledger.DynamoRunLedger;
import sluice.lake.ledger.RunRecord;
import sluice.lake.ledger.RunStatus;
import sluice.lake.manifest.Manifest;
import sluice.local.world.Names;
import sluice.local.world.World;
import sluice.report.dbt.DbtResults;
import sluice.report.market.Market;
import sluice.report.market.MarketAnswers;
import sluice.report.market.MarketQuery;
import sluice.report.model.LakeFile;
import sluice.report.model.Outcome;
import sluice.report.model.Place;
import sluice.report.model.Quarantined;
import sluice.report.model.ReportModel;
import sluice.report.model.Run;
import sluice.report.model.RunRecords;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Gathers what a report says from where the run left it: ledger, stores, history and the published marts. */
final class ReportSources {
  private static final int EARLIER_RUNS = 30;
  private final Surroundings surroundings;
  private final World world;
  private final S3Client s3;

  ReportSources(Surroundings surroundings, World world) {
    this.surroundings = surroundings;
    this.world = world;
    this.s3 = world.aws().client(S3Client.builder());
  }

  ReportModel model(RunRecord record, History history) throws IOException, InterruptedException {
    List<RunRecord> earlier = new DynamoRunLedger(world.aws().client(DynamoDbClient.builder()), Names.LEDGER_TABLE).latest(EARLIER_RUNS);
    Optional<DbtResults> dbt = dbt(record.runId());
    return new ReportModel(
        "Job market",
        new Place("local world", Optional.of(world.file().data())),
        surroundings.clock().instant(),
        run(record),
        stages(history),
        dbt.map(DbtResults::problems).orElse(List.of()),
        dbt.map(DbtResults::checks).orElse(List.of()),
        List.of(),
        quarantined(record),
        earlier.stream().map(ReportSources::run).toList(),
        market(earlier),
        files(record),
        versions());
  }

  /** What dbt left of a run; absent when it never came to build. */
  Optional<DbtResults> dbt(RunId run) {
    String folder = Zone.DQ_RESULTS.prefix() + "dbt/run_id=" + run.value() + "/";
    return read(Zone.DQ_RESULTS, folder + "run_results.json")
        .map(results -> DbtResults.read(results, read(Zone.DQ_RESULTS, folder + "manifest.json")));
  }

  private static Run run(RunRecord record) {
    return RunRecords.read(record.toJson());
  }

  private static List<sluice.report.model.Stage> stages(History history) {
    List<sluice.report.model.Stage> stages = new ArrayList<>();
    history.stages().forEach((stage, span) -> stages.add(new sluice.report.model.Stage(
        stage.word(), Optional.empty(), Duration.between(history.begin(), span.start()),
        Duration.between(span.start(), span.end().orElse(span.start())), Outcome.PASSED, Optional.empty())));
    for (History.Extract extract : history.extracts()) {
      stages.add(new sluice.report.model.Stage(Stage.EXTRACT.word(), Optional.of(extract.source()), Duration.ZERO, extract.took(),
          Outcome.PASSED, Optional.empty()));
    }
    return stages;
  }

  /** What readers see now; absent when nothing was ever published. */
  private Optional<Market> market(List<RunRecord> runs) throws InterruptedException {
    Optional<RunRecord> published = runs.stream().filter(run -> run.status() != RunStatus.FAILED).findFirst();
    if (published.isEmpty()) {
      return Optional.empty();
    }
    Athena athena = new Athena(world.aws());
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
    return s3.listObjectsV2Paginator(request -> request.bucket(Names.bucket(zone)).prefix(zone.prefix() + dataset + "/")).contents().stream()
        .map(S3Object::key)
        .filter(key -> key.contains("/run_id=" + run.value() + "/") && key.endsWith(suffix))
        .toList();
  }

  private Optional<String> read(Zone zone, String key) {
    try {
      return Optional.of(s3.getObjectAsBytes(request -> request.bucket(Names.bucket(zone)).key(key)).asUtf8String());
    } catch (NoSuchKeyException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> versions() {
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("Sluice", "0.1.0");
    versions.put("Java", Runtime.version().toString());
    return versions;
  }
}
