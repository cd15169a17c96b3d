package sluice.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.lake.ledger.Counts;
import sluice.report.html.Writer;

class VerdictsChartTest {
  @Test
  void printsTheCountsOfEachDataset() {
    String svg = Writer.write(chart(new Counts(2_365, 2_339, 7, 19)).drawing());

    assertThat(svg).contains("2,339 accepted · 19 duplicate · 7 quarantined").contains("orders: 2,365 read = ");
  }

  @Test
  void aThinPartIsDrawnWiderAndSaysSo() {
    assertThat(Writer.write(chart(new Counts(1_000, 997, 3, 0)).drawing()))
        .contains("class=\"v-quarantined\" x=\"99%\"")
        .contains("(thin parts drawn wider)");
    assertThat(Writer.write(chart(new Counts(10, 5, 5, 0)).drawing())).doesNotContain("drawn wider");
  }

  @Test
  void theBarIsAlwaysFull() {
    for (Counts counts : new Counts[] {new Counts(1_000, 998, 1, 1), new Counts(3, 1, 1, 1), new Counts(10_000, 1, 9_998, 1)}) {
      double sum = Segments.of(counts).segments().stream().mapToDouble(Segments.Segment::width).sum();
      assertThat(sum).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void rowsWithoutAVerdictAreDrawn() {
    String svg = Writer.write(chart(new Counts(10, 8, 0, 0)).drawing());

    assertThat(svg).contains("class=\"v-missing\"").contains("2 without a verdict");
  }

  @Test
  void nothingReadIsSaid() {
    assertThat(Writer.write(chart(Counts.NONE).drawing())).contains("0 rows read");
    assertThat(Writer.write(chart(Counts.NONE).legend())).doesNotContain("<li>");
  }

  private static VerdictsChart chart(Counts counts) {
    return new VerdictsChart("rows", "What became of the rows", Map.of("orders", counts));
  }
}
