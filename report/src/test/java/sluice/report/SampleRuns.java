package sluice.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.Failure;
import sluice.lake.ledger.RunStatus;
import sluice.report.model.Outcome;
import sluice.report.model.Run;
import sluice.report.model.Stage;

/** Invented runs: two a day for a month, one day without any, one that failed on both. */
final class SampleRuns {
  private static final DateTimeFormatter ID = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm'Z-sched'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final LocalDate DAY_WITHOUT_RUN = LocalDate.parse("2026-11-14");
  private static final LocalDate DAY_THAT_FAILED = LocalDate.parse("2026-11-10");

  private SampleRuns() {}

  static List<Run> before(Instant now) {
    Random random = new Random(7);
    List<Run> runs = new ArrayList<>();
    for (int half = 1; half <= 60; half++) {
      Instant started = now.minus(Duration.ofHours(12L * half));
      LocalDate day = LocalDate.ofInstant(started, ZoneOffset.UTC);
      if (!day.equals(DAY_WITHOUT_RUN)) {
        runs.add(run(started, day.equals(DAY_THAT_FAILED), random));
      }
    }
    return runs;
  }

  private static Run run(Instant started, boolean failed, Random random) {
    long nofluffjobs = 2_200 + random.nextInt(250);
    long held = random.nextInt(9);
    long again = 10 + random.nextInt(20);
    Map<String, Counts> datasets = failed ? Map.of() : Map.of(
        "devitjobs", new Counts(280 + random.nextInt(40), 280, 0, 0),
        "nofluffjobs", new Counts(nofluffjobs, nofluffjobs - held - again, held, again),
        "currency_rates", new Counts(8_180 + random.nextInt(30), 8_180, 0, 0));
    Duration took = Duration.ofMillis(failed ? 12_400 : 28_000 + random.nextInt(3_500));
    return new Run(ID.format(started), failed ? RunStatus.FAILED : RunStatus.SUCCEEDED, "schedule", started, took, datasets,
        Map.of(), List.of(),
        failed ? Optional.of(new Failure("extract", "sluice.extractors.kit.SourceUnavailableException", "503")) : Optional.empty());
  }

  static List<Stage> stages() {
    return List.of(
        stage("extract", "devitjobs", 200, 7_300, 7_000),
        stage("extract", "nofluffjobs", 200, 9_600, 9_100),
        stage("extract", "currency_rates", 200, 1_100, 1_200),
        stage("gate", "devitjobs", 7_500, 700, 700),
        stage("gate", "nofluffjobs", 9_800, 1_300, 1_250),
        stage("gate", "currency_rates", 1_300, 900, 900),
        stage("catalog", null, 11_100, 2_400, 2_300),
        stage("build", null, 13_500, 15_200, 13_900),
        stage("publish", null, 28_700, 450, 400));
  }

  static List<Stage> stagesUntilExtract() {
    return List.of(
        stage("extract", "devitjobs", 200, 7_300, 7_000),
        new Stage("extract", Optional.of("nofluffjobs"), Duration.ofMillis(200), Duration.ofMillis(12_100), Outcome.FAILED, Optional.of(Duration.ofMillis(9_100))),
        stage("extract", "currency_rates", 200, 1_100, 1_200));
  }

  private static Stage stage(String room, String dataset, long start, long took, long usual) {
    return new Stage(room, Optional.ofNullable(dataset), Duration.ofMillis(start), Duration.ofMillis(took), Outcome.PASSED,
        Optional.of(Duration.ofMillis(usual)));
  }
}
