package sluice.extractors.devitjobs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalaryTextTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
      "£60,000 - £80,000             | £60,000 - £80,000",
      "£60,000 – 80,000              | £60,000 - £80,000",
      "£60k - £80k                   | £60,000 - £80,000",
      "£72.5k - £80K                 | £72,500 - £80,000",
      "CHF 80'000 - 100'000          | CHF 80,000 - CHF 100,000",
      "CHF 80’000 – CHF 100’000      | CHF 80,000 - CHF 100,000",
      "€ 55.000 - 70.000             | €55,000 - €70,000",
      "80\u00a0000 - 95\u202f000 PLN | PLN 80,000 - PLN 95,000",
      "$120,000                      | $120,000 - $120,000",
      "USD 1,250,000 - 1,300,000     | $1,250,000 - $1,300,000",
  })
  void saysAnAnnualRangeInOneShape(String shown, String expected) {
    assertThat(SalaryText.annual(shown)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "£400 - 500 GBP/day            | £104,000 - £130,000",
      "400 - 500 GBP / day           | £104,000 - £130,000",
      "£400 - £500 per day           | £104,000 - £130,000",
      "£450 a day                    | £117,000 - £117,000",
      "£1,000 - £1,200 daily         | £260,000 - £312,000",
      "£412.50 - 500 GBP/day         | £107,250 - £130,000",
      "800 - 950 CHF/day             | CHF 208,000 - CHF 247,000",
  })
  void aDayRateIs260Days(String shown, String expected) {
    assertThat(SalaryText.annual(shown)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "£45 - 60 GBP/hour", "115 - 125 CHF/hour", "£45 per hour", "hourly: £45", "£4,000 per month", "£900 a week",
      "Competitive", "", "60,000 - 80,000", "Up to £80,000", "from £400 per day", "£60,000+", "£1 - £2 - £3",
  })
  void saysNothingWhereNoAnnualRangeIsShown(String shown) {
    assertThat(SalaryText.annual(shown)).isEmpty();
  }

  @Test
  void anAbsentSalaryStaysAbsent() {
    assertThat(SalaryText.annual(null)).isEmpty();
  }
}
