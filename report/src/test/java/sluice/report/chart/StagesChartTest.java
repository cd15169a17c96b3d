package sluice.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.report.html.Writer;
import sluice.report.model.Outcome;
import sluice.report.model.Stage;

class StagesChartTest {
  private final Stage slow = stage("extract", "slow", 0, 6_000, Outcome.PASSED);
  private final Stage quick = stage("extract", "quick", 0, 1_000, Outcome.PASSED);
  private final Stage build = stage("build", null, 6_000, 2_000, Outcome.FAILED);
  private final StagesChart chart = new StagesChart("time", "Where the time went", List.of(slow, quick, build));

  @Test
  void drawsBarsOnOneAxisInSeconds() {
    String svg = Writer.write(chart.drawing());

    assertThat(svg).contains("<rect class=\"critical\" x=\"0%\" y=\"24\" width=\"75%\" height=\"10\"/>");
    assertThat(svg).contains("<rect class=\"aside\" x=\"0%\" y=\"60\" width=\"12.5%\" height=\"10\"/>");
    assertThat(svg).contains(">0 s</text>", ">2 s</text>", ">8 s</text>");
  }

  @Test
  void aFailedStageIsMarkedAndNamed() {
    String svg = Writer.write(chart.drawing());

    assertThat(svg).contains("<rect class=\"failed\" x=\"75%\"").contains("✗ failed · 2.0 s");
    assertThat(Writer.write(chart.table())).contains("failed");
  }

  @Test
  void ticksWhereItUsuallyEnds() {
    assertThat(Writer.write(chart.drawing())).contains("class=\"usual\" x1=\"37.5%\"").contains("usually 3.0 s");
    assertThat(Writer.write(chart.legend())).contains("usual end");
  }

  @Test
  void saysStartAndEndInWords() {
    assertThat(Writer.write(chart.drawing())).contains("extract · slow: 6.0 s, from 0.0 s to 6.0 s");
  }

  @Test
  void theRunWaitedForWhatEndedLastBeforeTheNextBegan() {
    assertThat(CriticalPath.of(List.of(slow, quick, build))).containsExactly(slow, build);
    assertThat(CriticalPath.of(List.of())).isEmpty();
  }

  @Test
  void overlappingStagesAreNotBothWaitedFor() {
    Stage overlapping = stage("gate", "quick", 5_000, 500, Outcome.PASSED);

    assertThat(CriticalPath.of(List.of(slow, overlapping, build))).containsExactly(slow, build);
  }

  @Test
  void ofARoomToldTwiceTheSlowestPartIsWaitedForAndItsSumToo() {
    Stage sum = stage("extract", null, 0, 6_100, Outcome.PASSED);

    assertThat(CriticalPath.of(List.of(sum, slow, quick, build))).containsExactlyInAnyOrder(slow, build, sum);
  }

  @Test
  void roomsStandInTheOrderTheRunCameToThemEachBeforeItsDatasets() {
    Stage sum = stage("extract", null, 0, 6_100, Outcome.PASSED);

    assertThat(new StagesChart("t", "t", List.of(build, slow, quick, sum)).stages()).containsExactly(sum, slow, quick, build);
  }

  private static Stage stage(String room, String dataset, long start, long took, Outcome outcome) {
    Optional<Duration> usual = "slow".equals(dataset) ? Optional.of(Duration.ofMillis(3_000)) : Optional.empty();
    return new Stage(room, Optional.ofNullable(dataset), Duration.ofMillis(start), Duration.ofMillis(took), outcome, usual);
  }
}
