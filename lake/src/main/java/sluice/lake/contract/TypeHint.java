package sluice.lake.contract;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sluice.lake.problem.Nearest;

/** What to write instead of a type that is none, where that can be guessed. */
final class TypeHint {
  private static final Pattern TWO_NUMBERS =
      Pattern.compile("(?:decimal|numeric|number)\\s*\\(\\s*(\\d{1,2})\\s*[,;.:]\\s*(\\d{1,2})\\s*\\)");

  private TypeHint() {}

  static String[] of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    Matcher numbers = TWO_NUMBERS.matcher(lower);
    if (numbers.matches() && !LogicalType.isDecimal(text)) {
      return write("decimal(" + numbers.group(1) + "," + numbers.group(2) + ")");
    }
    return switch (lower) {
      case "text", "varchar", "char", "str" -> write("string");
      case "integer", "int32" -> write("int");
      case "bigint", "int64" -> write("long");
      case "float", "real" -> write("double");
      case "bool" -> write("boolean");
      case "datetime", "timestamptz" -> write("timestamp");
      case "array", "object", "list", "map", "struct" -> write("json");
      case "decimal", "numeric", "number" -> write("decimal(12,2), with the digits you need");
      default -> nearest(lower);
    };
  }

  private static String[] nearest(String text) {
    return Nearest.to(text, Arrays.stream(LogicalType.Kind.values()).map(k -> k.name().toLowerCase(Locale.ROOT)).toList())
        .map(TypeHint::write).orElseGet(() -> new String[0]);
  }

  private static String[] write(String type) {
    return new String[] {"write " + type};
  }
}
