package sluice.local.sites.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.local.sites.rates.Rate;

class GeneratedRatesTest {
  private static final LocalDate LAST = LocalDate.of(2026, 3, 2);
  private final List<Rate> rates = new GeneratedRates(7, LAST.minusYears(2), LAST).rows().toList();

  @Test
  void theSameSeedGivesTheSameHistoryEachTimeItIsRead() {
    GeneratedRates again = new GeneratedRates(7, LAST.minusYears(2), LAST);
    assertThat(again.rows().toList()).isEqualTo(rates).isEqualTo(again.rows().toList());
    assertThat(new GeneratedRates(8, LAST.minusYears(2), LAST).rows().toList()).isNotEqualTo(rates);
  }

  @Test
  void holdsBusinessDaysOfTwoYearsUpToTheLast() {
    assertThat(rates).noneMatch(rate -> LocalDate.parse(rate.day()).getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
    assertThat(rates.stream().map(Rate::day).distinct().count()).isBetween(500L, 525L);
    assertThat(rates.getLast().day()).isEqualTo("2026-03-02");
  }

  @Test
  void everyDayHasEachCurrencyOnce() {
    assertThat(rates).filteredOn(rate -> rate.day().equals("2026-03-02")).extracting(Rate::quote).doesNotHaveDuplicates()
        .contains("PLN", "USD", "GBP", "CHF").hasSize(21);
  }

  @Test
  void ratesWalkButDoNotRun() {
    assertThat(rates).filteredOn(rate -> rate.quote().equals("PLN")).allSatisfy(rate -> {
      assertThat(rate.base()).isEqualTo("EUR");
      assertThat(new BigDecimal(rate.rate())).isBetween(new BigDecimal("3.2"), new BigDecimal("5.6"));
    });
  }
}
