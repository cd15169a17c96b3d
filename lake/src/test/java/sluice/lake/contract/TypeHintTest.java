package sluice.lake.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeHintTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "text|write string", "VARCHAR|write string", "Integer|write int", "bigint|write long", "float|write double",
    "bool|write boolean", "datetime|write timestamp", "array|write json", "decimal(12;2)|write decimal(12,2)",
    "decimal( 12, 2 )|write decimal(12,2)", "numeric(9,3)|write decimal(9,3)", "decimal|write decimal(12,2), with the digits you need",
    "strin|write string", "tiemstamp|write timestamp"})
  void saysWhatToWrite(String wrong, String hint) {
    assertThat(TypeHint.of(wrong)).containsExactly(hint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"colour", "decimal(40,2)", "x"})
  void saysNothingWhereItCannotGuess(String wrong) {
    assertThat(TypeHint.of(wrong)).isEmpty();
  }
}
