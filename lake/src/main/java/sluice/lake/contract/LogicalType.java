package sluice.lake.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a column's text means; precision and scale are 0 for all but decimals. */
public record LogicalType(Kind kind, int precision, int scale) {
  /** The closed list of types, named as contracts write them. */
  public enum Kind {
    STRING,
    INT,
    LONG,
    DECIMAL,
    DOUBLE,
    BOOLEAN,
    DATE,
    TIMESTAMP,
    JSON
  }

  public static final LogicalType STRING = new LogicalType(Kind.STRING, 0, 0);

  /** What {@link #parse} takes, for messages. */
  public static final String EXPECTED = Arrays.stream(Kind.values())
      .map(kind -> kind == Kind.DECIMAL ? "decimal(P,S)" : kind.name().toLowerCase(Locale.ROOT))
      .collect(Collectors.joining(", "));

  static final String EXPECTED_DECIMAL = "decimal(P,S) with P from 1 to 38 and S from 0 to P";

  private static final int MOST_DIGITS = 38;
  private static final Pattern DECIMAL = Pattern.compile("decimal\\((\\d{1,2}),(\\d{1,2})\\)");

  public LogicalType {
    boolean fits = kind == Kind.DECIMAL
        ? precision >= 1 && precision <= MOST_DIGITS && scale >= 0 && scale <= precision
        : precision == 0 && scale == 0;
    if (!fits) {
      throw new IllegalArgumentException(
          "expected " + EXPECTED_DECIMAL + ", found " + kind + "(" + precision + "," + scale + ")");
    }
  }

  /** Reads {@code string}, {@code decimal(12,2)} and so on, without spaces. */
  public static LogicalType parse(String text) {
    Matcher decimal = DECIMAL.matcher(text);
    if (decimal.matches()) {
      return new LogicalType(Kind.DECIMAL, Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
    }
    for (Kind kind : Kind.values()) {
      if (kind != Kind.DECIMAL && kind.name().toLowerCase(Locale.ROOT).equals(text)) {
        return new LogicalType(kind, 0, 0);
      }
    }
    throw new IllegalArgumentException("expected " + EXPECTED + ", found \"" + text + "\"");
  }

  /** Whether a text can be read as this type: dates and times in ISO-8601, numbers with a point, {@code true} or {@code false}. */
  public boolean holds(String text) {
    return TypedText.holds(this, text);
  }

  static boolean isDecimal(String text) {
    return DECIMAL.matcher(text).matches();
  }

  /** As contracts write it. */
  @Override
  public String toString() {
    return kind == Kind.DECIMAL ? "decimal(" + precision + "," + scale + ")" : kind.name().toLowerCase(Locale.ROOT);
  }
}
