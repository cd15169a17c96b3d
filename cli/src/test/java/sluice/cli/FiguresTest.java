package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void separatesThousandsWhateverTheLocale() {
    assertThat(Figures.count(1_234_567)).isEqualTo("1,234,567");
  }

  @Test
  void saysSecondsWithOneDecimalAndMinutesWhenItGetsLong() {
    assertThat(Figures.span(Duration.ofMillis(30_149))).isEqualTo("30.1 s");
    assertThat(Figures.span(Duration.ofSeconds(94))).isEqualTo("1 min 34 s");
  }

  @Test
  void givesJsonSecondsWithOneDecimal() {
    assertThat(Figures.decimal(Duration.ofMillis(12_345))).isEqualTo(12.3);
  }
}
