package sluice.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.lake.ledger.FailedSource;
import sluice.report.Sample;
import sluice.report.market.Currency;
import sluice.report.market.Market;
import sluice.report.market.PayRange;
import sluice.report.market.SourceState;
import sluice.report.model.ReportModel;
import sluice.report.model.Run;

class MarketSectionTest {
  private final Section section = new MarketSection();

  @Test
  void saysWhatTheChartsAreMadeOf() {
    assertThat(Models.words(Models.html(section, Sample.clean()))).startsWith(
        "2,636 postings, of which 2,347 (89 %) state pay. The newest is of 21 Nov 2026, the newest exchange rate of 20 Nov 2026.");
  }

  @Test
  void drawsPayInEveryCurrencyThatThereIs() {
    String html = Models.html(section, Sample.clean());

    assertThat(html).contains("id=\"show-pln\" checked=\"checked\"", "id=\"show-eur\"", "id=\"show-usd\"");
    assertThat(html).contains("id=\"chart-pay-by-technology-usd\"", "id=\"chart-pay-by-seniority-eur\"");
  }

  @Test
  void oneCurrencyNeedsNoSwitch() {
    String html = Models.html(section, Models.withMarket(Sample.clean(), market(range("Java", 30), range("SQL", 2))));

    assertThat(html).doesNotContain("<fieldset").contains("id=\"chart-pay-by-technology-eur\"");
  }

  @Test
  void namesWhatItDoesNotDraw() {
    String words = Models.words(Models.html(section, Models.withMarket(Sample.clean(), market(range("Java", 30), range("SQL", 2)))));

    assertThat(words).contains("The 1 technology named by most postings with pay, each by at least 3; usually it takes 20", "Not drawn: SQL (2).");
    assertThat(words).contains("Levels with fewer than 3 postings are left out.");
  }

  @Test
  void tooLittleToDrawIsSaidInsteadOfDrawn() {
    String words = Models.words(Models.html(section, Models.withMarket(Sample.clean(), market(range("Java", 1), range("SQL", 2)))));

    assertThat(words).contains("Nothing to draw: no technology is named by 3 postings that state pay.");
  }

  @Test
  void seniorityStandsInCareerOrder() {
    String words = Models.words(Models.html(section, Sample.clean()));
    String levels = words.substring(words.indexOf("Pay by seniority"));

    assertThat(levels).containsSubsequence("Trainee 21", "Junior 203", "Mid 788", "Senior 1,204", "Expert 131");
  }

  @Test
  void aJobSourceThatFailedKeepsItsEarlierPostings() {
    ReportModel partial = Sample.partial();
    var rates = partial.run().optionalFailed().getFirst();
    var board = new FailedSource("devitjobs", rates.error(), rates.cause());
    var run = new Run(partial.run().id(), partial.run().status(), "manual", partial.run().startedAt(), partial.run().took(),
        partial.run().datasets(), partial.run().marts(), List.of(board), Optional.empty());

    assertThat(Models.html(section, Models.with(partial, run))).contains("devitjobs failed in this run: its postings are those of earlier runs.");
  }

  @Test
  void aSourceInTheTableSaysHowNewItIs() {
    assertThat(Models.words(Models.html(section, Sample.clean()))).contains("devitjobs 297 81 % (241) 20 Nov 2026");
  }

  private static Market market(PayRange... ranges) {
    return new Market(Optional.empty(), Optional.empty(), List.of(new SourceState("devitjobs", 40, 32, Optional.empty())), Optional.empty(),
        List.of(ranges), List.of(ranges), List.of());
  }

  private static PayRange range(String group, long postings) {
    return new PayRange(group, Currency.EUR, postings, 3_000, 4_000, 5_000);
  }
}
