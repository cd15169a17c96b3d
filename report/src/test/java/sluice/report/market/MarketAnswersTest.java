package sluice.report.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarketAnswersTest {
  private static final Instant PUBLISHED = Instant.parse("2026-11-21T06:00:31Z");
  private final Map<MarketQuery, List<List<String>>> rows = new EnumMap<>(Map.of(
      MarketQuery.SOURCES, List.of(
          List.of("devitjobs", "275", "250", "2025-01-11", "2025-01-17"), Arrays.asList("nofluffjobs", "86", "86", null, "2025-01-17")),
      MarketQuery.PAY_BY_TECHNOLOGY, List.of(List.of("Java", "PLN", "24", "17000.0", "22300.5", "2.61E4")),
      MarketQuery.PAY_BY_SENIORITY, List.of(List.of("Senior", "EUR", "150", "4000", "5500", "6500")),
      MarketQuery.POSTINGS_BY_DAY, List.of(Arrays.asList("2025-01-11", null, "9", "7"))));

  @Test
  void readsEveryAnswer() {
    Market market = new MarketAnswers(rows).market(Optional.of(PUBLISHED), Optional.of("run-1"));

    assertThat(market.postings()).isEqualTo(361);
    assertThat(market.statingPay()).isEqualTo(336);
    assertThat(market.newestPosting()).contains(LocalDate.parse("2025-01-11"));
    assertThat(market.newestRate()).contains(LocalDate.parse("2025-01-17"));
    assertThat(market.payByTechnology()).containsExactly(new PayRange("Java", Currency.PLN, 24, 17_000, 22_300.5, 26_100));
    assertThat(market.payBySeniority()).containsExactly(new PayRange("Senior", Currency.EUR, 150, 4_000, 5_500, 6_500));
    assertThat(market.days()).containsExactly(new PostingDay(LocalDate.parse("2025-01-11"), "not stated", 9, 7));
    assertThat(market.publishedBy()).contains("run-1");
  }

  @Test
  void noRowsAreAMarketWithoutPostings() {
    rows.replaceAll((query, answer) -> List.of());

    Market market = new MarketAnswers(rows).market(Optional.empty(), Optional.empty());

    assertThat(market.postings()).isZero();
    assertThat(market.newestPosting()).isEmpty();
    assertThat(market.newestRate()).isEmpty();
  }

  @Test
  void namesTheCellThatIsNotWhatItShouldBe() {
    rows.put(MarketQuery.PAY_BY_TECHNOLOGY, List.of(Arrays.asList("Java", "PLN", "24", null, "1", "2")));

    assertThatThrownBy(() -> new MarketAnswers(rows).market(Optional.empty(), Optional.empty()))
        .hasMessage("pay_by_technology.lower_quartile: expected a number, found \"NULL\"");
  }

  @Test
  void namesACurrencyItDoesNotKnow() {
    rows.put(MarketQuery.PAY_BY_SENIORITY, List.of(List.of("Senior", "CHF", "24", "1", "1", "2")));

    assertThatThrownBy(() -> new MarketAnswers(rows).market(Optional.empty(), Optional.empty()))
        .hasMessage("pay_by_seniority.currency: expected one of PLN, EUR, USD, found \"CHF\"");
  }

  @Test
  void namesTheColumnsThatAreMissing() {
    rows.put(MarketQuery.POSTINGS_BY_DAY, List.of(List.of("2025-01-11", "devitjobs")));

    assertThatThrownBy(() -> new MarketAnswers(rows).market(Optional.empty(), Optional.empty()))
        .hasMessage("postings_by_day: expected 4 columns [day, source, postings, stating_pay], found 2");
  }

  @Test
  void wantsAnAnswerToEveryQuery() {
    rows.remove(MarketQuery.SOURCES);

    assertThatThrownBy(() -> new MarketAnswers(rows)).hasMessage("no answer to the query sources");
  }
}
