package sluice.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.lake.ledger.RunStatus;
import sluice.report.html.Writer;
import sluice.report.model.Run;

class TrendChartTest {
  private final TrendChart chart = new TrendChart("time", "Run time", "seconds",
      List.of(run(1, 30, RunStatus.SUCCEEDED), run(2, 5, RunStatus.FAILED), run(3, 40, RunStatus.PARTIAL), run(4, 20, RunStatus.SUCCEEDED)),
      run -> run.took().toSeconds(), seconds -> Math.round(seconds) + " s");

  @Test
  void joinsTheRunsThatWorked() {
    String svg = Writer.write(chart.drawing());

    assertThat(svg.split("class=\"stroke s1\"")).hasSize(3);
    assertThat(svg.split("<circle")).hasSize(4);
    assertThat(svg).contains("4 Nov 2026 06:00:00 UTC: 20 s");
  }

  @Test
  void crossesTheRunThatFailed() {
    assertThat(Writer.write(chart.drawing())).contains(">✗</text>").contains("2 Nov 2026 06:00:00 UTC: 5 s (failed)");
    assertThat(Writer.write(chart.legend())).contains("failed");
  }

  @Test
  void theTableBeginsWithTheLatest() {
    String table = Writer.write(chart.table());

    assertThat(table.indexOf("4 Nov")).isLessThan(table.indexOf("1 Nov"));
    assertThat(Writer.write(chart.drawing())).contains("4 runs, the last with 20 s.");
  }

  @Test
  void aSparklineSaysItsNumbers() {
    assertThat(Writer.write(Sparkline.of(List.of(10L, 20L)))).contains("aria-label=\"10, 20\"").contains("points=\"2,8 58,2\"");
    assertThat(Writer.write(Sparkline.of(List.of()))).contains("<svg").doesNotContain("NaN");
    assertThat(Writer.write(Sparkline.of(List.of(5L)))).contains("points=\"2,2\"");
  }

  private static Run run(int day, long seconds, RunStatus status) {
    return new Run("run-" + day, status, "schedule", Instant.parse("2026-11-0" + day + "T06:00:00Z"), Duration.ofSeconds(seconds),
        Map.of(), Map.of(), List.of(), Optional.empty());
  }
}
