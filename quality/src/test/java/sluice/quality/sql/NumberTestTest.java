package sluice.quality.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTestTest {
  @ParameterizedTest
  @CsvSource({
      "GREATER_THAN, 3, 3.0, false", "GREATER_THAN, 3, 3.1, true", "GREATER_THAN_EQUAL_TO, 3, 3.0, true",
      "LESS_THAN, 3, 3.0, false", "LESS_THAN, 3, -4, true", "LESS_THAN_EQUAL_TO, 3, 3.00, true",
      "EQUALS, 3, 3.00, true", "EQUALS, 3, 3.01, false", "NOT_EQUALS, 3, 3.00, false", "NOT_EQUALS, 3, 4, true",
      "IN, 3 5, 5, true", "IN, 3 5, 4, false", "NOT_IN, 3 5, 4, true", "NOT_IN, 3 5, 3, false",
      "BETWEEN, 3 5, 3, false", "BETWEEN, 3 5, 3.1, true", "BETWEEN, 3 5, 5, false",
      "NOT_BETWEEN, 3 5, 3, false", "NOT_BETWEEN, 3 5, 2.9, true", "NOT_BETWEEN, 3 5, 5, false", "NOT_BETWEEN, 3 5, 6, true"})
  void holdsAsDqdlSays(Operator operator, String numbers, BigDecimal measured, boolean holds) {
    List<BigDecimal> with = Stream.of(numbers.split(" ")).map(BigDecimal::new).toList();
    assertThat(new NumberTest(operator, with, "").holds(measured)).isEqualTo(holds);
  }
}
