package sluice.quality.sql;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import sluice.quality.dqdl.RefusedRuleException;
import sluice.quality.dqdl.RuleCode;
import software.amazon.glue.dqdl.model.DQRule;
import software.amazon.glue.dqdl.model.condition.string.QuotedStringOperand;
import software.amazon.glue.dqdl.model.condition.string.StringBasedCondition;

/** {@code ColumnDataType}: rows whose text can be read as a type. A null has no type and is no reason to fail. */
final class ColumnDataTypeRule implements RuleType {
  private static final Map<String, UnaryOperator<String>> TYPES = new TreeMap<>(Map.of(
      "boolean", text -> TableColumn.tryCast(text, "boolean"),
      "date", text -> TableColumn.tryCast(text, "date"),
      "timestamp", TableColumn::utcTimestamp,
      "integer", text -> TableColumn.tryCast(text, "integer"),
      "long", text -> TableColumn.tryCast(text, "bigint"),
      "float", text -> TableColumn.tryCast(text, "real"),
      "double", text -> TableColumn.tryCast(text, "double")));

  @Override
  public Check compile(DQRule rule, Scope scope) {
    TableColumn column = scope.column(Parameters.column(rule));
    NumberTest test = rule.getThresholdCondition() == null ? NumberTest.EVERY_ROW : NumberTest.ofShare(rule.getThresholdCondition());
    String readable = types((StringBasedCondition) rule.getCondition(), column.text());
    return Check.ofRows("Column." + column.name() + ".ColumnDataType.Compliance", RowFilter.of(rule.getWhereClause()),
        "(" + column.raw() + " IS NULL OR " + readable + ")", column.text(), test);
  }

  private static String types(StringBasedCondition condition, String text) {
    Operator operator = Operator.of(condition.getOperator());
    boolean named = condition.getOperands().stream()
        .allMatch(type -> type instanceof QuotedStringOperand && TYPES.containsKey(type.getOperand().toLowerCase(Locale.ROOT)));
    if (!named || (operator != Operator.EQUALS && operator != Operator.IN)) {
      throw RefusedRuleException.of(RuleCode.UNSUPPORTED_CONDITION, "not a type that can be asked for",
          "= or in, with " + String.join(", ", TYPES.keySet()), condition.getFormattedCondition(), "write = \"Date\", for instance");
    }
    return condition.getOperands().stream()
        .map(type -> TYPES.get(type.getOperand().toLowerCase(Locale.ROOT)).apply(text) + " IS NOT NULL")
        .collect(Collectors.joining(" OR "));
  }
}
