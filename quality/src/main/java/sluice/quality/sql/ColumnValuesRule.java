package sluice.quality.sql;

import sluice.quality.dqdl.RefusedRuleException;
import sluice.quality.dqdl.RuleCode;
import software.amazon.glue.dqdl.model.DQRule;
import software.amazon.glue.dqdl.model.condition.Condition;
import software.amazon.glue.dqdl.model.condition.date.DateBasedCondition;
import software.amazon.glue.dqdl.model.condition.number.NumberBasedCondition;
import software.amazon.glue.dqdl.model.condition.string.StringBasedCondition;

/** {@code ColumnValues}: the type of what is compared with decides how the column's values are read. */
final class ColumnValuesRule implements RuleType {
  @Override
  public Check compile(DQRule rule, Scope scope) {
    TableColumn column = scope.column(Parameters.column(rule));
    NumberTest test = rule.getThresholdCondition() == null ? NumberTest.EVERY_ROW : NumberTest.ofShare(rule.getThresholdCondition());
    return Check.ofRows("Column." + column.name() + ".ColumnValues.Compliance", RowFilter.of(rule.getWhereClause()),
        condition(rule.getCondition(), column, scope), column.text(), test);
  }

  private static String condition(Condition condition, TableColumn column, Scope scope) {
    if (condition instanceof NumberBasedCondition numbers) {
      return Comparisons.ofNumbers(numbers).sql(column, column::asNumber);
    }
    if (condition instanceof DateBasedCondition dates) {
      return Comparisons.ofDates(dates, scope.now()).sql(column, column::asMoment);
    }
    if (condition instanceof StringBasedCondition texts) {
      return Comparisons.ofTexts(texts).sql(column, column::text);
    }
    throw RefusedRuleException.of(RuleCode.UNSUPPORTED_CONDITION, "values cannot be compared like this", "a number, a text or a date",
        condition.getFormattedCondition(), "for the age of values use DataFreshness");
  }
}
