package sluice.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void roundsTheStepAndNotTheEnd() {
    assertThat(Scale.ofAmounts(29_400, 4)).isEqualTo(new Scale(10_000, 3));
    assertThat(Scale.ofAmounts(38, 4)).isEqualTo(new Scale(10, 4));
    assertThat(Scale.ofAmounts(13, 4)).isEqualTo(new Scale(5, 3));
    assertThat(Scale.ofAmounts(100, 4)).isEqualTo(new Scale(25, 4));
    assertThat(Scale.ofAmounts(0.9, 4)).isEqualTo(new Scale(0.25, 4));
  }

  @Test
  void everyStepIsARoundNumberThatReachesTheMost() {
    for (double most = 0.01; most < 1e7; most *= 1.37) {
      Scale scale = Scale.ofAmounts(most, 4);
      double mantissa = scale.step() / Math.pow(10, Math.floor(Math.log10(scale.step()) + 1e-9));
      assertThat(List.of(1.0, 2.0, 2.5, 5.0)).anySatisfy(round -> assertThat(mantissa).isCloseTo(round, within(1e-6)));
      assertThat(scale.end()).isGreaterThanOrEqualTo(most * (1 - 1e-9));
      assertThat(scale.steps()).isBetween(1, 4);
    }
  }

  @Test
  void countsHaveWholeTicks() {
    assertThat(Scale.ofCounts(3, 4)).isEqualTo(new Scale(1, 3));
    assertThat(Scale.ofCounts(10, 4)).isEqualTo(new Scale(5, 2));
    assertThat(Scale.ofCounts(153, 4)).isEqualTo(new Scale(50, 4));
  }

  @Test
  void nothingStillHasAnAxis() {
    assertThat(Scale.ofAmounts(0, 4).ticks()).containsExactly(0.0, 1.0);
    assertThat(Scale.ofAmounts(Double.NaN, 4).ticks()).containsExactly(0.0, 1.0);
  }

  @Test
  void placesValuesBetweenStartAndEnd() {
    Scale scale = new Scale(10, 4);

    assertThat(scale.at(10)).isEqualTo("25%");
    assertThat(scale.at(-5)).isEqualTo("0%");
    assertThat(scale.at(99)).isEqualTo("100%");
  }
}
