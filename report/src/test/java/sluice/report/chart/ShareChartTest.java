package sluice.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.report.html.Writer;
import sluice.report.market.PostingDay;

class ShareChartTest {
  private static final LocalDate LAST = LocalDate.parse("2026-11-21");
  private final PostingDays days = new PostingDays(List.of(
      new PostingDay(LAST, "nofluffjobs", 10, 5),
      new PostingDay(LAST.minusDays(1), "nofluffjobs", 4, 4),
      new PostingDay(LAST.minusDays(3), "nofluffjobs", 8, 0),
      new PostingDay(LAST.minusDays(2), "nofluffjobs", 0, 0)));
  private final ShareChart chart = new ShareChart("share", "Stating pay", days, new Palette(days.sources()));

  @Test
  void drawsAPointForEachDayThatHasPostings() {
    String svg = Writer.write(chart.drawing());

    assertThat(svg.split("class=\"mark\"")).hasSize(4);
    assertThat(svg).contains("21 Nov 2026 nofluffjobs: 5 of 10 state pay").contains("18 Nov 2026 nofluffjobs: 0 of 8 state pay");
  }

  @Test
  void leavesAGapWhereThereIsNothingToTellAShareOf() {
    // Four days, one without postings in between: only 20 to 21 November are joined.
    assertThat(Writer.write(chart.drawing()).split("class=\"stroke s1\"")).hasSize(2);
    assertThat(Writer.write(chart.table())).contains("no postings");
  }

  @Test
  void printsTheOverallShareWithItsBase() {
    assertThat(Writer.write(chart.legend())).contains("41 % of 22");
    assertThat(Writer.write(chart.table())).contains("50 % of 10", "100 % of 4", "0 % of 8");
  }
}
