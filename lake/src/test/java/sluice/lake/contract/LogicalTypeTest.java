package sluice.lake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogicalTypeTest {
  @ParameterizedTest
  @ValueSource(strings = {"string", "int", "long", "decimal(12,2)", "decimal(38,38)", "double", "boolean", "date", "timestamp", "json"})
  void readsAndWritesTheWordsOfContracts(String word) {
    assertThat(LogicalType.parse(word)).hasToString(word);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "String", "decimal", "decimal(12, 2)", "decimal(12;2)", "text", "int ", "decimal()"})
  void refusesOtherWords(String word) {
    assertThatThrownBy(() -> LogicalType.parse(word))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected string, int, long, decimal(P,S), double, boolean, date, timestamp, json, found \"" + word + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"decimal(0,0)", "decimal(39,2)", "decimal(2,3)"})
  void refusesDecimalsThatCannotBe(String word) {
    assertThatThrownBy(() -> LogicalType.parse(word))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected decimal(P,S) with P from 1 to 38 and S from 0 to P, found DECIMAL(");
  }

  @Test
  void knowsItsDigits() {
    assertThat(LogicalType.parse("decimal(12,2)")).isEqualTo(new LogicalType(LogicalType.Kind.DECIMAL, 12, 2));
  }
}
