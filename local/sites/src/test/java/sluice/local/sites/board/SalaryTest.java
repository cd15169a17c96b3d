package sluice.local.sites.board;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SalaryTest {

  @Test
  void wordsAnnualPayAsTheBoardsOfBothCountriesDo() {
    assertThat(Salary.annual("GBP", 60_000, 80_000)).isEqualTo(new Salary("annual", "£60,000 - £80,000"));
    assertThat(Salary.annual("CHF", 95_000, 135_000)).isEqualTo(new Salary("annual", "CHF 95'000 - 135'000"));
  }

  @Test
  void wordsRatesWithTheirUnit() {
    assertThat(Salary.daily("GBP", 400, 1_000)).isEqualTo(new Salary("daily", "£400 - 1,000 GBP/day"));
    assertThat(Salary.hourly("CHF", 115, 125)).isEqualTo(new Salary("hourly", "115 - 125 CHF/hour"));
  }
}
