package sluice.quality.sql;

import software.amazon.glue.dqdl.model.DQRule;

/** {@code IsComplete} and {@code Completeness}: rows with a value. An empty text is a value, as in Glue. */
final class CompletenessRule implements RuleType {
  @Override
  public Check compile(DQRule rule, Scope scope) {
    TableColumn column = scope.column(Parameters.column(rule));
    NumberTest test = rule.getRuleType().equals("IsComplete") ? NumberTest.EVERY_ROW : NumberTest.ofShare(rule.getCondition());
    return Check.ofRows("Column." + column.name() + ".Completeness", RowFilter.of(rule.getWhereClause()),
        column.raw() + " IS NOT NULL", column.text(), test);
  }
}
