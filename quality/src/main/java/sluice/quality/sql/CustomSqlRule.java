package sluice.quality.sql;

import java.util.List;
import sluice.quality.dqdl.RefusedRuleException;
import sluice.quality.dqdl.RuleCode;
import software.amazon.glue.dqdl.model.DQRule;
import software.amazon.glue.dqdl.model.condition.number.NumberBasedCondition;

/**
 * {@code CustomSql}: with a condition, the one number that the query gives; without one, the rows it gives are the good ones.
 * The checked rows are the table {@code primary}.
 */
final class CustomSqlRule implements RuleType {
  private static final String METRIC = "Dataset.*.CustomSQL";

  @Override
  public Check compile(DQRule rule, Scope scope) {
    String query = SqlFragment.query(Parameters.all(rule).getFirst());
    if (rule.getThresholdCondition() != null) {
      throw RefusedRuleException.of(RuleCode.UNSUPPORTED_CONDITION, "a threshold is ambiguous behind CustomSql", "a condition on a number",
          rule.toString(), "let the query count, and compare its number: CustomSql \"select count(*) …\" > 3");
    }
    if (rule.getCondition() instanceof NumberBasedCondition number) {
      return new Check(METRIC, new Part.Subquery("SELECT CAST((" + query + ") AS varchar) AS \"value\"", List.of("value")),
          new Judgement.Amount(NumberTest.of(number)));
    }
    String rows = "SELECT (SELECT count(*) FROM (" + query + ")) AS \"good\", (SELECT count(*) FROM \"primary\") AS \"rows\", "
        + "CAST(NULL AS varchar) AS \"sample\"";
    return new Check(METRIC, new Part.Subquery(rows, List.of("good", "rows", "sample")), new Judgement.Share(NumberTest.EVERY_ROW));
  }
}
