package sluice.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.report.html.Writer;
import sluice.report.market.Currency;
import sluice.report.market.PayRange;

class PayChartTest {
  private static final PayRange SCALA = new PayRange("Scala", Currency.PLN, 41, 21_000, 25_200, 29_400);
  private final PayChart chart = new PayChart("pay", "Median monthly pay", "technology", Currency.PLN, List.of(SCALA));

  @Test
  void drawsMedianAndMiddleHalfWhereTheyLie() {
    String svg = Writer.write(chart.drawing());

    // The axis ends at 30,000: 21,000 is at 70 %, the bar is 8,400 long.
    assertThat(svg).contains("<rect class=\"half\" x=\"70%\" y=\"30.5\" width=\"28%\" height=\"10\"/>");
    assertThat(svg).contains("<circle class=\"median\" cx=\"84%\"");
  }

  @Test
  void printsNameCountAndMedian() {
    String svg = Writer.write(chart.drawing());

    assertThat(svg).contains(">Scala</text>").contains(">41</text>").contains(">25,200</text>").contains(">30,000</text>");
  }

  @Test
  void saysTheNumbersToThoseWhoDoNotSeeIt() {
    String svg = Writer.write(chart.drawing());

    assertThat(svg).contains("role=\"img\" aria-labelledby=\"pay-title pay-desc\"")
        .contains("<title id=\"pay-title\">Median monthly pay</title>")
        .contains("<desc id=\"pay-desc\">Scala: median 25,200 PLN a month, half of 41 postings between 21,000 and 29,400.</desc>");
  }

  @Test
  void theTableHasTheSameNumbers() {
    assertThat(Writer.write(chart.table())).contains("technology", "Scala", ">41<", ">21,000<", ">25,200<", ">29,400<");
  }

  @Test
  void aHostileNameIsOnlyText() {
    PayRange hostile = new PayRange("</text><script>alert(1)</script>", Currency.EUR, 30, 1, 2, 3);
    PayChart one = new PayChart("pay", "t", "technology", Currency.EUR, List.of(hostile));

    assertThat(Writer.write(one.drawing()) + Writer.write(one.table())).doesNotContain("<script").contains("&lt;/text&gt;");
  }

  @Test
  void aLongNameIsCutInThePictureAndWholeInTheTable() {
    PayRange longName = new PayRange("Artificial Intelligence", Currency.PLN, 30, 1, 2, 3);
    PayChart one = new PayChart("pay", "t", "technology", Currency.PLN, List.of(longName));

    assertThat(Writer.write(one.drawing())).contains(">Artificial In…</text>");
    assertThat(Writer.write(one.table())).contains(">Artificial Intelligence<");
  }

  @Test
  void withoutRowsItIsAnEmptyAxis() {
    assertThat(Writer.write(new PayChart("pay", "t", "level", Currency.PLN, List.of()).drawing())).contains("<svg").doesNotContain("NaN");
  }
}
