package sluice.validator.file.rule;

import sluice.lake.contract.Column;
import sluice.lake.contract.LogicalType;
import sluice.validator.Reason;

/** All that a contract says of one column's values, compiled once; asking costs no object. */
public final class ColumnRule {
  private final Column column;
  private final LogicalType.Kind kind;
  private final int before;
  private final int after;
  private final int longest;
  private final AllowedValues allowed;
  private final TextPattern pattern;
  private final JsonCheck json;

  /**
   * @param longest bytes of a value
   * @param deepest objects and arrays in one another, in a JSON value
   */
  public ColumnRule(Column column, int longest, int deepest) {
    this.column = column;
    this.longest = longest;
    kind = column.type().kind();
    before = column.type().precision() - column.type().scale();
    after = column.type().scale();
    allowed = column.allowed().isEmpty() ? null : new AllowedValues(column.allowed());
    pattern = column.pattern().map(TextPattern::new).orElse(null);
    json = kind == LogicalType.Kind.JSON ? new JsonCheck(longest, deepest) : null;
  }

  public Column column() {
    return column;
  }

  /** The first promise that a value breaks, in the order length, type, list, pattern; null where it keeps all. */
  public Reason check(byte[] bytes, int start, int length) {
    if (length > longest) {
      return Reason.VALUE_TOO_LONG;
    }
    Reason type = type(bytes, start, length);
    if (type != null) {
      return type;
    }
    if (allowed != null && !allowed.contains(bytes, start, length)) {
      return Reason.VALUE_NOT_ALLOWED;
    }
    return pattern == null || pattern.matches(bytes, start, length) ? null : Reason.PATTERN_MISMATCH;
  }

  /** How the broken promise is called, as the contract writes it. */
  public String name(Reason reason) {
    return switch (reason) {
      case VALUE_TOO_LONG -> "length";
      case VALUE_NOT_ALLOWED -> "allowed";
      case PATTERN_MISMATCH -> "pattern";
      default -> "type " + column.type();
    };
  }

  /** What a value had to be, for people. */
  public String expected(Reason reason) {
    return switch (reason) {
      case VALUE_TOO_LONG -> "at most " + longest + " bytes";
      case VALUE_NOT_ALLOWED -> "one of " + column.allowed();
      case PATTERN_MISMATCH -> "a match of " + column.pattern().orElse("");
      case DUPLICATE_JSON_KEY -> "each key of an object once";
      default -> column.type().toString();
    };
  }

  private Reason type(byte[] bytes, int start, int length) {
    if (kind == LogicalType.Kind.STRING) {
      return null;
    }
    if (length == 0) {
      return Reason.WRONG_TYPE;
    }
    return switch (kind) {
      case STRING -> null;
      case INT -> Numbers.whole(bytes, start, length, Integer.MAX_VALUE);
      case LONG -> Numbers.whole(bytes, start, length, Long.MAX_VALUE);
      case DECIMAL -> Numbers.decimal(bytes, start, length, before, after);
      case DOUBLE -> Numbers.floating(bytes, start, length);
      case BOOLEAN -> isTruth(bytes, start, length) ? null : Reason.WRONG_TYPE;
      case DATE -> Times.isDate(bytes, start, length) ? null : Reason.WRONG_TYPE;
      case TIMESTAMP -> Times.isTimestamp(bytes, start, length) ? null : Reason.WRONG_TYPE;
      case JSON -> json.check(bytes, start, length);
    };
  }

  /** {@code true} or {@code false}, in letters of either case. */
  private static boolean isTruth(byte[] bytes, int start, int length) {
    return is("true", bytes, start, length) || is("false", bytes, start, length);
  }

  private static boolean is(String word, byte[] bytes, int start, int length) {
    if (length != word.length()) {
      return false;
    }
    for (int at = 0; at < length; at++) {
      if ((bytes[start + at] | 0x20) != word.charAt(at)) {
        return false;
      }
    }
    return true;
  }
}
