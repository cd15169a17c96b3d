package sluice.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sluice.lake.ledger.RunStatus;
import sluice.report.model.Place;
import sluice.report.model.ReportModel;
import sluice.report.model.Run;

class PastTest {
  private static final Instant NOW = Instant.parse("2026-11-21T06:00:00Z");

  @Test
  void comparesWithTheWeekThatPublished() {
    Past past = past(List.of(run("a", 1, 10, RunStatus.SUCCEEDED), run("b", 6, 20, RunStatus.PARTIAL), run("c", 2, 500, RunStatus.FAILED), run("d", 8, 900, RunStatus.SUCCEEDED)));

    assertThat(past.weeklyMean(run -> run.took().toSeconds())).hasValue(15);
  }

  @Test
  void neitherThisRunNorLaterOnesAreItsPast() {
    Past past = past(List.of(run("now", 0, 1, RunStatus.SUCCEEDED), run("later", -1, 1, RunStatus.SUCCEEDED)));

    assertThat(past.latest()).isEmpty();
    assertThat(past.weeklyMean(run -> 1)).isEmpty();
    assertThat(past.withNow()).extracting(Run::id).containsExactly("now");
  }

  @Test
  void showsTheLastThirtyWithThisOneLast() {
    Past past = past(IntStream.rangeClosed(1, 40).mapToObj(day -> run("run-" + day, day, 1, RunStatus.SUCCEEDED)).toList());

    assertThat(past.withNow()).hasSize(30);
    assertThat(past.withNow().getFirst().id()).isEqualTo("run-29");
    assertThat(past.withNow().getLast().id()).isEqualTo("now");
    assertThat(past.latest()).map(Run::id).contains("run-1");
  }

  private static Past past(List<Run> history) {
    return Past.of(new ReportModel("t", Place.LOCAL, NOW, run("now", 0, 1, RunStatus.SUCCEEDED), List.of(), List.of(), List.of(), List.of(),
        List.of(), history, Optional.empty(), List.of(), Map.of()));
  }

  private static Run run(String id, long daysAgo, long seconds, RunStatus status) {
    return new Run(id, status, "schedule", NOW.minus(Duration.ofDays(daysAgo)), Duration.ofSeconds(seconds), Map.of(), Map.of(), List.of(), Optional.empty());
  }
}
