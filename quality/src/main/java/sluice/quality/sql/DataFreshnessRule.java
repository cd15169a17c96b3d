package sluice.quality.sql;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import sluice.quality.dqdl.RefusedRuleException;
import sluice.quality.dqdl.RuleCode;
import software.amazon.glue.dqdl.model.DQRule;
import software.amazon.glue.dqdl.model.condition.duration.DurationBasedCondition;

/**
 * {@code DataFreshness}: how old the value of each row is at the start of the run. A null fails, as in Glue.
 *
 * <p>An age is compared as the moment that lies so far back, which turns the comparison round and rounds nothing.
 */
final class DataFreshnessRule implements RuleType {
  @Override
  public Check compile(DQRule rule, Scope scope) {
    TableColumn column = scope.column(Parameters.column(rule));
    Comparison comparison = moments((DurationBasedCondition) rule.getCondition(), scope.now());
    return Check.ofRows("Column." + column.name() + ".DataFreshness.Compliance", RowFilter.of(rule.getWhereClause()),
        comparison.sql(column, column::asMoment), column.text(), NumberTest.EVERY_ROW);
  }

  private static Comparison moments(DurationBasedCondition condition, Instant now) {
    List<String> moments = condition.getOperands().stream().map(age -> Sql.moment(now.minus(Comparisons.length(age)))).toList();
    Operator operator = switch (Operator.of(condition.getOperator())) {
      case BETWEEN -> Operator.BETWEEN;
      case NOT_BETWEEN -> Operator.NOT_BETWEEN;
      case GREATER_THAN -> Operator.LESS_THAN;
      case GREATER_THAN_EQUAL_TO -> Operator.LESS_THAN_EQUAL_TO;
      case LESS_THAN -> Operator.GREATER_THAN;
      case LESS_THAN_EQUAL_TO -> Operator.GREATER_THAN_EQUAL_TO;
      case EQUALS, NOT_EQUALS, IN, NOT_IN, MATCHES, NOT_MATCHES -> throw RefusedRuleException.of(RuleCode.UNSUPPORTED_CONDITION,
          "an age is never exactly so long", "<, <=, >, >= or between", condition.getFormattedCondition(), "write <= 24 hours, for instance");
    };
    return new Comparison(operator, moments.size() > 1 ? moments.reversed() : moments, Set.of(), condition.getFormattedCondition());
  }
}
