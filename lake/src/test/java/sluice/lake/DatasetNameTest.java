package sluice.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetNameTest {
  private static final String EXPECTED =
      "not a dataset name: expected lower-case letters, digits and _, starting with a letter, at most 63, found ";

  @ParameterizedTest
  @ValueSource(strings = {"a", "devitjobs", "currency_rates", "a2_b"})
  void takesSnakeCase(String name) {
    assertThat(new DatasetName(name)).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Orders", "2orders", "_orders", "or-ders", "or ders", "../orders", "orders;drop", "zażółć"})
  void refusesWhatWouldNeedEscapingSomewhere(String name) {
    assertThatThrownBy(() -> new DatasetName(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(EXPECTED + '"' + name + '"');
  }

  @Test
  void takesSixtyThreeLettersAndNoMore() {
    assertThat(new DatasetName("a".repeat(63)).value()).hasSize(63);
    assertThatThrownBy(() -> new DatasetName("a".repeat(64))).hasMessage(EXPECTED + '"' + "a".repeat(64) + '"');
  }

  @Test
  void itsMessageStaysOneShortLineWhateverWasGiven() {
    assertThatThrownBy(() -> new DatasetName("x\ny" + "z".repeat(500)))
        .hasMessage(EXPECTED + "\"x?y" + "z".repeat(97) + "…\"");
    assertThatThrownBy(() -> new DatasetName(null)).hasMessage(EXPECTED + "nothing");
  }

  @Test
  void sortsByItsText() {
    assertThat(new DatasetName("a")).isLessThan(new DatasetName("b"));
  }
}
