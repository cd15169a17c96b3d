package sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sluice.report.market.Market;
import sluice.report.market.PostingDay;
import sluice.report.market.SourceState;
import sluice.report.model.ReportModel;

/** Pages of more sources than there are today. */
class ManySourcesTest {
  private static final LocalDate LAST = LocalDate.parse("2026-11-21");

  @Test
  void fiveSourcesShareTheirChartsAndStaySmall() {
    String html = page(5, 30);

    assertThat(html).contains("id=\"chart-postings-by-source\"").contains("class=\"s5\"");
    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(250_000);
  }

  @Test
  void moreSourcesThanColoursGetAChartEach() {
    String html = page(6, 30);

    assertThat(html).doesNotContain("chart-postings-by-source").contains("id=\"chart-postings-source-0\"", "id=\"chart-postings-source-5\"", "Postings by day and source: source_5");
    assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_000_000);
  }

  @Test
  void aSourceWithoutPostingsInTheseDaysIsSaidToBeAbsent() {
    assertThat(page(2, 3)).contains("late has no posting in these days; its newest is of 2 Jan 2025.");
  }

  private static String page(int sources, int days) {
    List<PostingDay> postings = new ArrayList<>();
    List<SourceState> states = new ArrayList<>();
    for (int source = 0; source < sources; source++) {
      String name = "source_" + source;
      states.add(new SourceState(name, 900, 800, Optional.of(LAST)));
      IntStream.range(0, days).forEach(ago -> postings.add(new PostingDay(LAST.minusDays(ago), name, 100 + ago, 90)));
    }
    if (sources < 5) {
      states.add(new SourceState("late", 5, 5, Optional.of(LocalDate.parse("2025-01-02"))));
    }
    ReportModel sample = Sample.partial();
    Market market = sample.market().orElseThrow();
    Market wide = new Market(market.publishedAt(), market.publishedBy(), states, market.newestRate(), market.payByTechnology(), market.payBySeniority(), postings);
    return Report.html(new ReportModel(sample.title(), sample.place(), sample.writtenAt(), sample.run(), sample.stages(), sample.problems(),
        sample.checks(), sample.checkHistory(), sample.quarantined(), sample.history(), Optional.of(wide), sample.files(), sample.versions()));
  }
}
