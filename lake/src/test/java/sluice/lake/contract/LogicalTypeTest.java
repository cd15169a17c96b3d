package sluice.lake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "string|anything", "int|-2147483648", "int|007", "long|9223372036854775807", "decimal(5,2)|123.45", "decimal(5,2)|123.4500",
    "decimal(5,2)|-0.1", "double|1e-7", "double|.5", "boolean|true", "date|2024-02-29", "timestamp|2026-11-21T06:00:00Z",
    "timestamp|2026-11-21T06:00:00.123+01:00", "timestamp|2026-11-21T06:00:00", "json|{\"a\": [1]}"})
  void holdsTextsOfItsOwn(String type, String text) {
    assertThat(LogicalType.parse(type).holds(text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "int|2147483648", "int|1.0", "int|1 000", "long|9223372036854775808", "decimal(5,2)|1234.5", "decimal(5,2)|0.123",
    "decimal(5,2)|1e2", "double|1e999", "double|NaN", "boolean|True", "boolean|1", "date|2026-02-29", "date|21.11.2026",
    "date|20261121", "timestamp|2026-11-21", "timestamp|2026-11-21 06:00:00", "json|{a: 1}", "json|''"})
  void holdsNoOthers(String type, String text) {
    assertThat(LogicalType.parse(type).holds(text)).isFalse();
  }

  @Test
  void knowsItsDigits() {
    assertThat(LogicalType.parse("decimal(12,2)")).isEqualTo(new LogicalType(LogicalType.Kind.DECIMAL, 12, 2));
  }
}
