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
import sluice.report.html.Writer;
import sluice.report.market.PostingDay;
import sluice.report.model.Run;

class PostingsChartTest {
  private static final LocalDate LAST = LocalDate.parse("2026-11-21");

  @Test
  void stacksTheSourcesOfADay() {
    String svg = Writer.write(chart(List.of()).drawing());

    // The axis ends at 8: two are a quarter of the plot's 190 pixels, and the second source stands on the first.
    assertThat(svg).contains("class=\"s2\" x=\"97.07%\" y=\"162.5\" width=\"2.53%\" height=\"47.5\"");
    assertThat(svg).contains("class=\"s1\" x=\"97.07%\" y=\"20\" width=\"2.53%\" height=\"142.5\"");
    assertThat(svg).contains("<title>21 Nov 2026: devitjobs 2, nofluffjobs 6</title>");
  }

  @Test
  void hatchesADayWithoutARunAndCrossesOneThatFailed() {
    PostingsChart chart = chart(List.of(run("2026-11-18T06:00:00Z", RunStatus.SUCCEEDED), run("2026-11-20T06:00:00Z", RunStatus.FAILED), run("2026-11-21T06:00:00Z", RunStatus.SUCCEEDED)));
    String svg = Writer.write(chart.drawing());

    assertThat(svg).contains("fill=\"url(#days-hatch)\"").contains("19 Nov 2026: devitjobs 0, nofluffjobs 0 (no run that day)");
    assertThat(svg).contains("20 Nov 2026: devitjobs 0, nofluffjobs 0 (the run failed)").contains(">✗</text>");
    assertThat(Writer.write(chart.table())).contains(">no run<").contains(">failed<");
  }

  @Test
  void namesEveryWeekBackFromTheLastDay() {
    assertThat(Writer.write(chart(List.of()).drawing()))
        .contains(">21 Nov</text>", ">14 Nov</text>", ">7 Nov</text>", ">31 Oct</text>", ">24 Oct</text>")
        .doesNotContain(">20 Nov</text>");
  }

  @Test
  void saysTotalsInLegendAndDescription() {
    assertThat(Writer.write(chart(List.of()).legend())).contains("nofluffjobs ", ">6<", "devitjobs ", ">2<");
    assertThat(Writer.write(chart(List.of()).drawing())).contains("devitjobs 2 postings, nofluffjobs 6 postings; at most 8 on one day.");
  }

  private static PostingsChart chart(List<Run> runs) {
    PostingDays days = new PostingDays(List.of(new PostingDay(LAST, "nofluffjobs", 6, 5), new PostingDay(LAST, "devitjobs", 2, 1)));
    return new PostingsChart("days", "Postings", days, new DayRuns(runs), new Palette(days.sources()));
  }

  private static Run run(String started, RunStatus status) {
    return new Run(started, status, "schedule", Instant.parse(started), Duration.ZERO, Map.of(), Map.of(), List.of(), Optional.empty());
  }
}
