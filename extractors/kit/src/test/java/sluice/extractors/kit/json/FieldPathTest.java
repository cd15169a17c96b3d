package sluice.extractors.kit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldPathTest {
  @Test
  void dotsSeparateTheFieldsOnTheWay() {
    assertThat(FieldPath.parse("data.page.rows").steps()).containsExactly("data", "page", "rows");
    assertThat(FieldPath.parse("rows")).hasToString("rows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "a..b", ".a", "a.", "a b"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> FieldPath.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected field names with dots between them, such as data.rows, found \"" + text + "\"");
  }
}
