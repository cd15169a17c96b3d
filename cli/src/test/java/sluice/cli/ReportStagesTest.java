package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.lake.RunId;
import sluice.lake.ledger.FailedSource;
import sluice.lake.ledger.Failure;
import sluice.lake.ledger.RunRecord;
import sluice.lake.ledger.RunStatus;
import sluice.report.model.Outcome;

class ReportStagesTest {
  private static final Instant BEGIN = Instant.parse("2026-11-21T06:00:00Z");

  @Test
  void theStageThatFailedIsTheOneThatIsShown() {
    RunRecord run = run(RunStatus.FAILED, List.of(), new Failure("prepare", "BuildBusyException", "another run builds"));

    List<sluice.report.model.Stage> stages = new ReportStages(run, history(4, 9), List.of()).all();

    assertThat(stages).extracting(sluice.report.model.Stage::room, sluice.report.model.Stage::outcome)
        .containsExactly(tuple("extract", Outcome.PASSED), tuple("build", Outcome.FAILED), tuple("extract", Outcome.PASSED));
  }

  @Test
  void anOptionalSourceThatFailedIsAWarningOfItsOwn() {
    RunRecord run = run(RunStatus.PARTIAL, List.of(new FailedSource("currency_rates", "X", "down")), null);

    List<sluice.report.model.Stage> stages = new ReportStages(run, history(4, 9), List.of()).all();

    assertThat(stages).filteredOn(stage -> stage.outcome() == Outcome.WARNED)
        .extracting(stage -> stage.dataset().orElse("all of them")).containsExactly("all of them", "currency_rates");
  }

  @Test
  void whatIsUsualIsTheAverageOfEarlierRuns() {
    RunRecord run = run(RunStatus.SUCCEEDED, List.of(), null);

    List<sluice.report.model.Stage> stages = new ReportStages(run, history(4, 9), List.of(history(2, 5), history(4, 7))).all();

    assertThat(stages.getFirst().usual()).contains(Duration.ofSeconds(3));
    assertThat(stages.getLast().usual()).contains(Duration.ofSeconds(3));
    assertThat(new ReportStages(run, history(4, 9), List.of()).all().getFirst().usual()).isEmpty();
  }

  private static History history(int extract, int built) {
    Map<Stage, History.Span> stages = new EnumMap<>(Stage.class);
    stages.put(Stage.EXTRACT, new History.Span(BEGIN, Optional.of(BEGIN.plusSeconds(extract))));
    stages.put(Stage.BUILD, new History.Span(BEGIN.plusSeconds(extract), Optional.of(BEGIN.plusSeconds(built))));
    return new History(BEGIN, stages, List.of(new History.Extract("nofluffjobs", 94, Optional.of(94L), Duration.ofSeconds(extract))));
  }

  private static RunRecord run(RunStatus status, List<FailedSource> failed, Failure failure) {
    return new RunRecord(new RunId("r"), "arn", status, "manual", BEGIN, BEGIN.plusSeconds(10), 10, Map.of(), Map.of(), failed, failure, null);
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.api.Assertions.tuple(values);
  }
}
