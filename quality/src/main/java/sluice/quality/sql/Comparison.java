package sluice.quality.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import sluice.quality.dqdl.RefusedRuleException;
import sluice.quality.dqdl.RuleCode;

/**
 * A condition on the value of each row, as SQL that is true or false and never null.
 *
 * <p>A null fails every condition but {@code !=} and {@code not in}, as in Glue, unless the word NULL is among the values: then
 * it is a value like the others. A text that cannot be read as the type it is compared with fails every condition.
 *
 * @param literals SQL of the values, in their order
 */
record Comparison(Operator operator, List<String> literals, Set<Special> specials, String written) {
  /** DQDL's words for values that no literal can show. */
  enum Special {
    NULL,
    EMPTY,
    WHITESPACES_ONLY
  }

  Comparison {
    if (!specials.isEmpty() && !operator.ofSets()) {
      throw RefusedRuleException.of(RuleCode.UNSUPPORTED_CONDITION, "NULL can only be compared by =, !=, in and not in", "a value",
          written, "write = NULL or != NULL");
    }
  }

  /** @param value SQL for what is compared; asked for only where there are literals, as any column can be compared with NULL */
  String sql(TableColumn column, Supplier<String> value) {
    if (operator.ofSets()) {
      return operator.negated() ? outside(column, value) : inside(column, value);
    }
    String compared = value.get();
    return "coalesce(" + switch (operator) {
      case BETWEEN -> compared + " > " + literals.get(0) + " AND " + compared + " < " + literals.get(1);
      case NOT_BETWEEN -> compared + " < " + literals.get(0) + " OR " + compared + " > " + literals.get(1);
      case GREATER_THAN -> compared + " > " + literals.get(0);
      case GREATER_THAN_EQUAL_TO -> compared + " >= " + literals.get(0);
      case LESS_THAN -> compared + " < " + literals.get(0);
      case LESS_THAN_EQUAL_TO -> compared + " <= " + literals.get(0);
      case MATCHES -> "regexp_like(" + compared + ", " + literals.get(0) + ")";
      case NOT_MATCHES -> "NOT regexp_like(" + compared + ", " + literals.get(0) + ")";
      case EQUALS, NOT_EQUALS, IN, NOT_IN -> throw new IllegalStateException("handled as a set");
    } + ", false)";
  }

  private String inside(TableColumn column, Supplier<String> value) {
    List<String> ways = new ArrayList<>();
    if (!literals.isEmpty()) {
      ways.add("coalesce(" + value.get() + " IN (" + String.join(", ", literals) + "), false)");
    }
    for (Special special : specials) {
      ways.add(switch (special) {
        case NULL -> column.raw() + " IS NULL";
        case EMPTY -> "coalesce(" + column.text() + " = '', false)";
        case WHITESPACES_ONLY -> "coalesce(regexp_like(" + column.text() + ", '\\A\\s+\\z'), false)";
      });
    }
    return "(" + String.join(" OR ", ways) + ")";
  }

  private String outside(TableColumn column, Supplier<String> value) {
    String outside = "NOT " + inside(column, value);
    boolean everyTextIsAValue = literals.isEmpty() || value.get().equals(column.raw());
    return everyTextIsAValue ? outside : "(" + outside + " AND (" + column.raw() + " IS NULL OR " + value.get() + " IS NOT NULL))";
  }
}
