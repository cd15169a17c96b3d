package sluice.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.lake.ledger.RunStatus;
import sluice.report.model.Run;

class DayRunsTest {
  private final DayRuns runs = new DayRuns(List.of(
      run("2026-11-18T06:00:00Z", RunStatus.SUCCEEDED),
      run("2026-11-20T06:00:00Z", RunStatus.FAILED),
      run("2026-11-21T06:00:00Z", RunStatus.FAILED),
      run("2026-11-21T18:00:00Z", RunStatus.PARTIAL)));

  @Test
  void aDayBetweenRunsWithoutOneWasMissed() {
    assertThat(runs.missed(LocalDate.parse("2026-11-19"))).isTrue();
    assertThat(runs.missed(LocalDate.parse("2026-11-20"))).isFalse();
  }

  @Test
  void daysBeforeTheFirstRunAndAfterTheLastWereNotMissed() {
    assertThat(runs.missed(LocalDate.parse("2026-11-17"))).isFalse();
    assertThat(runs.missed(LocalDate.parse("2026-11-22"))).isFalse();
  }

  @Test
  void aDayFailedOnlyIfAllItsRunsDid() {
    assertThat(runs.failed(LocalDate.parse("2026-11-20"))).isTrue();
    assertThat(runs.failed(LocalDate.parse("2026-11-21"))).isFalse();
    assertThat(runs.failed(LocalDate.parse("2026-11-19"))).isFalse();
  }

  private static Run run(String started, RunStatus status) {
    return new Run(started, status, "schedule", Instant.parse(started), Duration.ZERO, Map.of(), Map.of(), List.of(), Optional.empty());
  }
}
