package sluice.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.math.BigDecimal;
import java.util.Set;

/** Athena's texts as JSON values: numbers and booleans become such, everything else stays text. */
final class Values {
  private static final Set<String> NUMBERS = Set.of("tinyint", "smallint", "integer", "int", "bigint", "decimal", "float", "real", "double");

  private Values() {}

  static boolean isNumber(String type) {
    return NUMBERS.contains(type);
  }

  static void add(ArrayNode values, String type, String text) {
    if (text == null) {
      values.addNull();
    } else if (type.equals("boolean")) {
      values.add(Boolean.parseBoolean(text));
    } else if (isNumber(type) && !text.equals("NaN") && !text.endsWith("Infinity")) {
      values.add(new BigDecimal(text));
    } else {
      values.add(text);
    }
  }
}
