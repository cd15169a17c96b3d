package sluice.report;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.FailedSource;
import sluice.lake.ledger.Failure;
import sluice.lake.ledger.RunStatus;
import sluice.report.market.Market;
import sluice.report.model.Check;
import sluice.report.model.CheckRun;
import sluice.report.model.LakeFile;
import sluice.report.model.Level;
import sluice.report.model.Outcome;
import sluice.report.model.Place;
import sluice.report.model.Problem;
import sluice.report.model.Quarantined;
import sluice.report.model.ReportModel;
import sluice.report.model.Run;
import sluice.report.model.Stage;

/** Believable pages of a pipeline in each of its states; all of it is invented, and the same every time. */
public final class Sample {
  static final Instant STARTED = Instant.parse("2026-11-21T06:00:00Z");
  static final String RUN_ID = "20261121T0600Z-sched";

  private static final Map<String, Counts> DATASETS = Map.of(
      "devitjobs", new Counts(300, 297, 2, 1),
      "nofluffjobs", new Counts(2_365, 2_339, 7, 19),
      "currency_rates", new Counts(8_214, 8_214, 0, 0));
  private static final Map<String, Long> MARTS =
      Map.of("job_postings", 2_636L, "postings_by_technology", 7_904L, "currency_rates", 8_214L);

  private Sample() {}

  /** All went well and nothing is held back. */
  public static ReportModel clean() {
    Map<String, Counts> datasets = Map.of(
        "devitjobs", new Counts(300, 299, 0, 1),
        "nofluffjobs", new Counts(2_365, 2_346, 0, 19),
        "currency_rates", new Counts(8_214, 8_214, 0, 0));
    return model(run(RunStatus.SUCCEEDED, 30_100, datasets, MARTS, List.of(), Optional.empty()))
        .with(SampleChecks.all(Outcome.PASSED), List.of(), List.of());
  }

  /** All went well, some rows are held back. */
  public static ReportModel succeeded() {
    return model(run(RunStatus.SUCCEEDED, 30_100, DATASETS, MARTS, List.of(), Optional.empty()))
        .with(SampleChecks.all(Outcome.PASSED), quarantined(), List.of());
  }

  /** The optional source failed and one test warned. */
  public static ReportModel partial() {
    Map<String, Counts> datasets = Map.of(
        "devitjobs", new Counts(300, 297, 2, 1), "nofluffjobs", new Counts(2_365, 2_339, 7, 19));
    FailedSource rates = new FailedSource("currency_rates", "sluice.extractors.kit.SourceUnavailableException",
        "cannot connect to PostgreSQL 127.0.0.1:54329: connection refused");
    Problem problem = Problem.of("S301", Level.WARNING, "currency_rates", "cannot connect to PostgreSQL 127.0.0.1:54329: connection refused")
        .tried("3 times in 7 s")
        .safe("pay is converted with the rates of 20 Nov")
        .since(STARTED)
        .next("./sluice run");
    return model(run(RunStatus.PARTIAL, 31_800, datasets, Map.of("job_postings", 2_636L, "postings_by_technology", 7_904L), List.of(rates), Optional.empty()))
        .with(SampleChecks.all(Outcome.WARNED), quarantined(), List.of(problem));
  }

  /** A required source answered in another shape; readers keep the day before. */
  public static ReportModel failed() {
    Failure failure = new Failure("extract", "sluice.extractors.kit.SourceChangedException",
        "page 3 of POST search/posting answered 200, but has no \"totalCount\"");
    Run run = run(RunStatus.FAILED, 12_400, Map.of(), Map.of(), List.of(), Optional.of(failure));
    Parts parts = model(run);
    Market market = SampleMarket.big(Instant.parse("2026-11-20T18:00:31Z"), "20261120T1800Z-sched");
    return parts.market(Optional.of(market)).stages(SampleRuns.stagesUntilExtract()).with(List.of(), List.of(), List.of());
  }

  /** The very first run, on the little data of a demo. */
  public static ReportModel first() {
    Map<String, Counts> datasets = Map.of(
        "devitjobs", new Counts(275, 275, 0, 0), "nofluffjobs", new Counts(94, 86, 0, 8), "currency_rates", new Counts(8_214, 8_214, 0, 0));
    Run run = run(RunStatus.SUCCEEDED, 27_300, datasets, Map.of("job_postings", 361L, "postings_by_technology", 412L, "currency_rates", 8_214L), List.of(), Optional.empty());
    return model(run).history(List.of()).market(Optional.of(SampleMarket.small(STARTED.plusSeconds(27), RUN_ID)))
        .withoutCheckHistory(SampleChecks.all(Outcome.PASSED));
  }

  /** It ran, but the sources had nothing. */
  public static ReportModel empty() {
    Map<String, Counts> datasets = Map.of("devitjobs", Counts.NONE, "nofluffjobs", Counts.NONE, "currency_rates", Counts.NONE);
    return model(run(RunStatus.SUCCEEDED, 9_800, datasets, Map.of(), List.of(), Optional.empty()))
        .market(Optional.empty()).with(List.of(), List.of(), List.of());
  }

  /** Succeeded by its own word, and lost a row. */
  public static ReportModel lossy() {
    Map<String, Counts> datasets = Map.of("devitjobs", new Counts(300, 297, 2, 1), "nofluffjobs", new Counts(2_365, 2_338, 7, 19));
    return model(run(RunStatus.SUCCEEDED, 30_100, datasets, MARTS, List.of(), Optional.empty()))
        .with(SampleChecks.all(Outcome.FAILED), quarantined(), List.of());
  }

  static Run run(RunStatus status, long millis, Map<String, Counts> datasets, Map<String, Long> marts, List<FailedSource> failed, Optional<Failure> failure) {
    return new Run(RUN_ID, status, "schedule", STARTED, Duration.ofMillis(millis), datasets, marts, failed, failure);
  }

  static List<Quarantined> quarantined() {
    return List.of(
        new Quarantined("q-7f3a91", "nofluffjobs", "salary_not_a_number", Quarantined.Extent.ROW, Optional.of(5L), STARTED,
            "raw/nofluffjobs/ingest_date=2026-11-21/run_id=20261121T0600Z-sched/part-00000-9c41aa02be17.parquet",
            Optional.of(1_204L), Optional.of("\"from\": \"n/a\""), Optional.of("contracts/nofluffjobs.yml:38"),
            Optional.empty()),
        new Quarantined("q-1c09be", "nofluffjobs", "required_value_missing", Quarantined.Extent.ROW, Optional.of(2L), STARTED,
            "raw/nofluffjobs/ingest_date=2026-11-21/run_id=20261121T0600Z-sched/part-00000-9c41aa02be17.parquet",
            Optional.of(877L), Optional.of("\"title\": null"), Optional.of("contracts/nofluffjobs.yml:14"), Optional.empty()),
        new Quarantined("q-52aa17", "devitjobs", "empty_object", Quarantined.Extent.OBJECT, Optional.empty(), Instant.parse("2026-11-19T06:00:12Z"),
            "raw/devitjobs/ingest_date=2026-11-19/run_id=20261119T0600Z-sched/part-00001-e3b0c44298fc.parquet",
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private static Parts model(Run run) {
    return new Parts(run, SampleRuns.before(STARTED), SampleRuns.stages(),
        Optional.of(SampleMarket.big(STARTED.plusSeconds(31), RUN_ID)));
  }

  /** What a state is put together from. */
  record Parts(Run run, List<Run> history, List<Stage> stages, Optional<Market> market) {
    Parts history(List<Run> other) {
      return new Parts(run, other, stages, market);
    }

    Parts stages(List<Stage> other) {
      return new Parts(run, history, other, market);
    }

    Parts market(Optional<Market> other) {
      return new Parts(run, history, stages, other);
    }

    ReportModel with(List<Check> checks, List<Quarantined> quarantined, List<Problem> problems) {
      return of(checks, checks.isEmpty() ? List.of() : SampleChecks.history(), quarantined, problems);
    }

    ReportModel withoutCheckHistory(List<Check> checks) {
      return of(checks, List.of(), List.of(), List.of());
    }

    private ReportModel of(List<Check> checks, List<CheckRun> checkHistory, List<Quarantined> quarantined, List<Problem> problems) {
      return new ReportModel("job market", Place.LOCAL, STARTED.plusSeconds(45), run, stages, problems, checks, checkHistory,
          quarantined, history, market, files(), versions());
    }

    private List<LakeFile> files() {
      return run.datasets().entrySet().stream()
          .filter(dataset -> dataset.getValue().read() > 0)
          .map(dataset -> new LakeFile(dataset.getKey(),
              "raw/" + dataset.getKey() + "/ingest_date=2026-11-21/run_id=" + RUN_ID + "/part-00000-9c41aa02be17.parquet",
              dataset.getValue().read(), dataset.getValue().read() * 173,
              "9c41aa02be17d0e5a5b1c7f8a2f4e6d8c0b2a4968778695a4b3c2d1e0f908172"))
          .toList();
    }

    private static Map<String, String> versions() {
      Map<String, String> versions = new LinkedHashMap<>();
      versions.put("Sluice", "0.1.0");
      versions.put("git commit", "4e1f0c2");
      versions.put("dbt-core", "1.11.16");
      versions.put("dbt-athena", "1.11.1");
      versions.put("contract devitjobs", "1");
      versions.put("contract nofluffjobs", "3");
      versions.put("contract currency_rates", "1");
      return versions;
    }
  }
}
