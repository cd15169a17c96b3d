package sluice.lake.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import sluice.lake.json.Json;

/** Whether a text can be read as a type, by the one way in which Sluice writes each. */
final class TypedText {
  // Longer numbers are no honest ones, and big arithmetic takes more than linear time.
  private static final int LONGEST_NUMBER = 400;
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
  private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
  private static final Pattern FLOATING = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private TypedText() {}

  static boolean holds(LogicalType type, String text) {
    return switch (type.kind()) {
      case STRING -> true;
      case INT -> whole(text, Integer.SIZE);
      case LONG -> whole(text, Long.SIZE);
      case DECIMAL -> decimal(text, type);
      case DOUBLE -> number(text, FLOATING) && Double.isFinite(Double.parseDouble(text));
      case BOOLEAN -> text.equals("true") || text.equals("false");
      case DATE -> DATE.matcher(text).matches() && parses(() -> LocalDate.parse(text));
      case TIMESTAMP -> parses(() -> DateTimeFormatter.ISO_DATE_TIME.parse(text));
      case JSON -> json(text);
    };
  }

  private static boolean number(String text, Pattern shape) {
    return text.length() <= LONGEST_NUMBER && shape.matcher(text).matches();
  }

  private static boolean whole(String text, int bits) {
    return number(text, WHOLE) && new BigInteger(text).bitLength() < bits;
  }

  private static boolean decimal(String text, LogicalType type) {
    if (!number(text, PLAIN)) {
      return false;
    }
    BigDecimal value = new BigDecimal(text).stripTrailingZeros();
    return value.scale() <= type.scale() && value.precision() - value.scale() <= type.precision() - type.scale();
  }

  private static boolean json(String text) {
    try {
      Json.MAPPER.readTree(text);
      return !text.isBlank();
    } catch (JsonProcessingException broken) {
      return false;
    }
  }

  private static boolean parses(Runnable parse) {
    try {
      parse.run();
      return true;
    } catch (DateTimeException notOne) {
      return false;
    }
  }
}
