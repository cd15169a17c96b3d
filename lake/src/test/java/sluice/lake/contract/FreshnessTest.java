package sluice.lake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshnessTest {
  @ParameterizedTest
  @CsvSource({"90m,90m", "120m,2h", "36h,36h", "48h,2d", "7d,7d"})
  void readsAnAgeAndWritesItInItsLargestUnit(String written, String text) {
    assertThat(Freshness.text(Freshness.parse(written))).isEqualTo(text);
  }

  @Test
  void knowsItsUnits() {
    assertThat(Freshness.parse("36h")).isEqualTo(Duration.ofHours(36));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "36", "0h", "1.5h", "36 h", "PT36H", "10000m"})
  void refusesOtherTexts(String text) {
    assertThatThrownBy(() -> Freshness.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a number from 1 to 9999 with m, h or d, such as 36h, found \"" + text + "\"");
  }
}
