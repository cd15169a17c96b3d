package sluice.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void separatesThousands() {
    assertThat(Figures.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(Figures.amount(25_199.6)).isEqualTo("25,200");
  }

  @Test
  void givesTheNounItsNumber() {
    assertThat(Figures.count(1, "row")).isEqualTo("1 row");
    assertThat(Figures.count(0, "row")).isEqualTo("0 rows");
    assertThat(Figures.count(2, "technology")).isEqualTo("2 technologies");
    assertThat(Figures.count(2, "day")).isEqualTo("2 days");
  }

  @Test
  void roundsSharesToWhatMatters() {
    assertThat(Figures.share(0)).isEqualTo("0 %");
    assertThat(Figures.share(0.0004)).isEqualTo("under 0.1 %");
    assertThat(Figures.share(0.0034)).isEqualTo("0.3 %");
    assertThat(Figures.share(0.724)).isEqualTo("72 %");
    assertThat(Figures.share(0.997)).isEqualTo("99.7 %");
    assertThat(Figures.share(1)).isEqualTo("100 %");
  }

  @Test
  void signsChanges() {
    assertThat(Figures.change(0.0123)).isEqualTo("+1.2 %");
    assertThat(Figures.change(-0.5)).isEqualTo("−50.0 %");
    assertThat(Figures.change(-0.0001)).isEqualTo("±0 %");
  }

  @Test
  void writesTimesInTheirUnits() {
    assertThat(Figures.time(Duration.ofMillis(450))).isEqualTo("0.5 s");
    assertThat(Figures.time(Duration.ofMillis(31_800))).isEqualTo("31.8 s");
    assertThat(Figures.time(Duration.ofSeconds(94))).isEqualTo("1 min 34 s");
    assertThat(Figures.time(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
  }

  @Test
  void writesSizesInTheirUnits() {
    assertThat(Figures.bytes(999)).isEqualTo("999 B");
    assertThat(Figures.bytes(51_900)).isEqualTo("51.9 kB");
    assertThat(Figures.bytes(4_200_000)).isEqualTo("4.2 MB");
  }

  @Test
  void givesTicksNoMoreDecimalsThanTheyHave() {
    assertThat(Figures.plain(20)).isEqualTo("20");
    assertThat(Figures.plain(2.5)).isEqualTo("2.5");
    assertThat(Figures.plain(0.25)).isEqualTo("0.25");
  }
}
