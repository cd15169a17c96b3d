package sluice.quality.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import sluice.quality.dqdl.RefusedRuleException;
import sluice.quality.dqdl.RuleCode;

/** Writes names and values so that Athena (Trino's dialect) reads them as nothing else. */
final class Sql {
  private static final int MOST_DIGITS = 38;
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

  private Sql() {}

  static String name(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  static String text(String value) {
    return '\'' + value.replace("'", "''") + '\'';
  }

  /** As a decimal, which compares with every type of number and loses nothing. */
  static String number(BigDecimal value) {
    if (Math.max(value.precision(), value.scale()) > MOST_DIGITS) {
      throw RefusedRuleException.of(RuleCode.CANNOT_COMPARE, "a number is too long", "at most " + MOST_DIGITS + " digits",
          value.toPlainString(), "write fewer digits");
    }
    return "DECIMAL '" + value.toPlainString() + '\'';
  }

  static String moment(Instant value) {
    return "TIMESTAMP '" + MOMENT.format(value) + '\'';
  }

  /** {@code "database"."table"}. */
  static String table(String database, String table) {
    return name(database) + '.' + name(table);
  }
}
