package sluice.quality.sql;

import sluice.lake.contract.LogicalType;
import sluice.quality.dqdl.RefusedRuleException;
import sluice.quality.dqdl.RuleCode;

/**
 * One column of a checked table, as the SQL for its values.
 *
 * @param text SQL for the value as text
 * @param value SQL for the value in its own type; null where the text is no such value
 */
public record TableColumn(String name, Kind kind, String text, String value) {
  /** A column that is text in the table, whatever it means: the validated zone holds what was delivered. */
  public static TableColumn delivered(String name, LogicalType type) {
    String raw = Sql.name(name);
    String value = switch (type.kind()) {
      case STRING, JSON -> raw;
      case INT -> tryCast(raw, "integer");
      case LONG -> tryCast(raw, "bigint");
      case DECIMAL -> tryCast(raw, type.toString());
      case DOUBLE -> tryCast(raw, "double");
      case BOOLEAN -> tryCast(raw, "boolean");
      case DATE -> tryCast(raw, "date");
      case TIMESTAMP -> utcTimestamp(raw);
    };
    return new TableColumn(name, Kind.of(type), raw, value);
  }

  /** A column that has its type in the table, in the Glue catalogue's words. */
  public static TableColumn stored(String name, String glueType) {
    Kind kind = Kind.ofGlue(glueType);
    String raw = Sql.name(name);
    String text = switch (kind) {
      case TEXT -> raw;
      case NUMBER, DATE, TIMESTAMP, BOOLEAN -> "CAST(" + raw + " AS varchar)";
      case NESTED -> "json_format(CAST(" + raw + " AS json))";
    };
    return new TableColumn(name, kind, text, raw);
  }

  /** SQL for the column itself. */
  String raw() {
    return Sql.name(name);
  }

  String asNumber() {
    return switch (kind) {
      case NUMBER -> value;
      case TEXT -> tryCast(text, "double");
      case DATE, TIMESTAMP, BOOLEAN, NESTED -> throw incomparable("a number");
    };
  }

  String asMoment() {
    return switch (kind) {
      case TIMESTAMP -> value;
      case DATE -> "CAST(" + value + " AS timestamp(3))";
      case TEXT -> utcTimestamp(text);
      case NUMBER, BOOLEAN, NESTED -> throw incomparable("a date");
    };
  }

  private RefusedRuleException incomparable(String with) {
    return RefusedRuleException.of(RuleCode.CANNOT_COMPARE, "column " + name + " cannot be compared with " + with,
        "a column of that type, or of text", "a column of type " + kind.word(), "compare it with a value of its own type");
  }

  /** ISO-8601 in UTC, with a T or a blank, as the lineage columns hold it; a day alone is its midnight. */
  static String utcTimestamp(String text) {
    return "try_cast(replace(trim(trailing 'Z' from " + text + "), 'T', ' ') AS timestamp(3))";
  }

  static String tryCast(String text, String type) {
    return "try_cast(" + text + " AS " + type + ")";
  }
}
