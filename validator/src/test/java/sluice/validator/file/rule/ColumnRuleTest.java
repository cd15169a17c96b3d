package sluice.validator.file.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.lake.contract.Column;
import sluice.lake.contract.LogicalType;
import sluice.lake.contract.Pii;
import sluice.validator.Reason;

class ColumnRuleTest {
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "int | -2147483648 |", "int | 2147483647 |", "int | +7 |", "int | 007 |", "int | 2147483648 | NUMBER_TOO_BIG", "int | -2147483649 | NUMBER_TOO_BIG",
    "int | 1.0 | WRONG_TYPE", "int | - | WRONG_TYPE", "int | 99999999999999999999x | WRONG_TYPE", "int | 1 2 | WRONG_TYPE",
    "long | -9223372036854775808 |", "long | 9223372036854775807 |", "long | 9223372036854775808 | NUMBER_TOO_BIG", "long | -9223372036854775809 | NUMBER_TOO_BIG",
    "decimal(6,2) | 9999.99 |", "decimal(6,2) | -0009999.9900 |", "decimal(6,2) | .5 |", "decimal(6,2) | 5. |", "decimal(6,2) | 10000 | NUMBER_TOO_BIG",
    "decimal(6,2) | 0.001 | NUMBER_TOO_BIG", "decimal(6,2) | . | WRONG_TYPE", "decimal(6,2) | 1e2 | WRONG_TYPE", "decimal(6,2) | 1,5 | WRONG_TYPE",
    "double | -1.5e-7 |", "double | 1E308 |", "double | 1e309 | NUMBER_TOO_BIG", "double | 1e-999999999 |", "double | NaN | WRONG_TYPE", "double | 1e | WRONG_TYPE",
    "boolean | TRUE |", "boolean | false |", "boolean | yes | WRONG_TYPE", "boolean | 1 | WRONG_TYPE",
    "timestamp | 2026-11-21T06:00:00Z |", "timestamp | 2026-11-21 06:00 |", "timestamp | 2026-11-21T06:00:00.123456789+01:30 |",
    "timestamp | 2026-11-21T06:00:00-0800 |", "timestamp | 2026-11-21T24:00:00Z | WRONG_TYPE", "timestamp | 2026-11-21T06:00:60Z | WRONG_TYPE",
    "timestamp | 2026-11-21T06:00:00. | WRONG_TYPE", "timestamp | 2026-11-21T06:00:0 | WRONG_TYPE", "timestamp | 2026-11-21 | WRONG_TYPE",
    "timestamp | 2026-11-21T06:00:00+1 | WRONG_TYPE", "timestamp | 2026-11-21T06:00:00ZZ | WRONG_TYPE",
    "json | {\"a\":[1]} |", "json | 5 |", "json | {\"a\":1 | WRONG_TYPE", "json | 1 2 | WRONG_TYPE", "json | {\"a\":{\"b\":1,\"b\":2}} | DUPLICATE_JSON_KEY"
  })
  void typesAreToldFromTheirText(String type, String text, Reason expected) {
    assertThat(check(type, text)).isEqualTo(expected);
  }

  @Test
  void datesAreThoseOfTheCalendar() {
    for (int year : List.of(1, 1900, 2000, 2024, 2026, 9999)) {
      for (int month = 0; month <= 13; month++) {
        for (int day = 0; day <= 32; day++) {
          String text = String.format("%04d-%02d-%02d", year, month, day);
          assertThat(check("date", text)).as(text).isEqualTo(exists(year, month, day) ? null : Reason.WRONG_TYPE);
        }
      }
    }
    assertThat(List.of("0000-01-01", "2026-1-01", "2026/01/01", "20260101", "2026-01-01T", "", "x026-01-01")).allSatisfy(
        text -> assertThat(check("date", text)).isEqualTo(Reason.WRONG_TYPE));
  }

  @Test
  void listAndPatternTakeTheWholeText() {
    Column column = new Column("a", "a", LogicalType.STRING, false, true, List.of("PL", "Łódź", ""), Optional.of("[^x]*"), Pii.KEEP, "");
    ColumnRule rule = new ColumnRule(column, 10, 5);
    assertThat(check(rule, "Łódź")).isNull();
    assertThat(check(rule, "")).isNull();
    assertThat(check(rule, "pl")).isEqualTo(Reason.VALUE_NOT_ALLOWED);
    assertThat(check(rule, "PLPLPLPLPLPL")).isEqualTo(Reason.VALUE_TOO_LONG);
  }

  private static boolean exists(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day) != null;
    } catch (DateTimeException no) {
      return false;
    }
  }

  private static Reason check(String type, String text) {
    return check(new ColumnRule(new Column("a", LogicalType.parse(type), false, ""), 1_000, 5), text);
  }

  private static Reason check(ColumnRule rule, String text) {
    byte[] bytes = ("<<" + text + ">>").getBytes(StandardCharsets.UTF_8);
    return rule.check(bytes, 2, bytes.length - 4);
  }
}
