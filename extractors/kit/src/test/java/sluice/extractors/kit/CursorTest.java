package sluice.extractors.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CursorTest {
  @Test
  void theStartHasNothingButStandIns() {
    assertThat(Cursor.START.number("page", 1)).isEqualTo(1);
    assertThat(Cursor.START.text("last", "none")).isEqualTo("none");
  }

  @Test
  void theSamePlaceIsTheSameCursorHoweverItWasMade() {
    Cursor one = Cursor.START.with("page", 3).with("last", "x").with("page", 4);
    Cursor other = Cursor.START.with("last", "x").with("page", "4");
    assertThat(one).isEqualTo(other);
    assertThat(one.values()).hasToString("{last=x, page=4}");
    assertThat(one.number("page", 0)).isEqualTo(4);
    assertThat(one.text("last", "")).isEqualTo("x");
  }

  @Test
  void aNumberThatIsNoneIsNamed() {
    assertThatThrownBy(() -> Cursor.START.with("page", "four").number("page", 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cursor value \"page\": expected a whole number, found \"four\"");
  }
}
