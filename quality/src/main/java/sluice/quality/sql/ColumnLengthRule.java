package sluice.quality.sql;

import sluice.quality.dqdl.RefusedRuleException;
import sluice.quality.dqdl.RuleCode;
import software.amazon.glue.dqdl.model.DQRule;
import software.amazon.glue.dqdl.model.condition.number.NumberBasedCondition;

/** {@code ColumnLength}: the characters of each text. A null is as long as an empty text, as in Glue. */
final class ColumnLengthRule implements RuleType {
  @Override
  public Check compile(DQRule rule, Scope scope) {
    TableColumn column = scope.column(Parameters.column(rule));
    if (column.kind() != Kind.TEXT) {
      throw RefusedRuleException.of(RuleCode.CANNOT_COMPARE, "only texts have a length", "a column of text",
          "column " + column.name() + " of type " + column.kind().word(), "use ColumnValues");
    }
    Comparison comparison = Comparisons.ofNumbers((NumberBasedCondition) rule.getCondition());
    if (!comparison.specials().isEmpty()) {
      throw RefusedRuleException.of(RuleCode.UNSUPPORTED_CONDITION, "a length is never null", "a number", comparison.written(),
          "use ColumnValues \"" + column.name() + "\" = NULL");
    }
    return Check.ofRows("Column." + column.name() + ".ColumnLength.Compliance", RowFilter.of(rule.getWhereClause()),
        comparison.sql(column, () -> "coalesce(length(" + column.text() + "), 0)"), column.text(), NumberTest.EVERY_ROW);
  }
}
