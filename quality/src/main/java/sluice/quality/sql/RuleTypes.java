package sluice.quality.sql;

import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.glue.dqdl.model.DQRule;

/** Every rule type that can be evaluated, by its name in DQDL. */
public final class RuleTypes {
  private static final Map<String, RuleType> TYPES = Map.ofEntries(
      Map.entry("RowCount", RuleTypes::rowCount),
      Map.entry("ColumnExists", RuleTypes::columnExists),
      Map.entry("IsComplete", new CompletenessRule()),
      Map.entry("Completeness", new CompletenessRule()),
      Map.entry("IsUnique", new UniquenessRule(UniquenessRule.Nulls.LEFT_OUT)),
      Map.entry("Uniqueness", new UniquenessRule(UniquenessRule.Nulls.LEFT_OUT)),
      Map.entry("IsPrimaryKey", new UniquenessRule(UniquenessRule.Nulls.REFUSED)),
      Map.entry("ColumnValues", new ColumnValuesRule()),
      Map.entry("ColumnDataType", new ColumnDataTypeRule()),
      Map.entry("ColumnLength", new ColumnLengthRule()),
      Map.entry("DataFreshness", new DataFreshnessRule()),
      Map.entry("ReferentialIntegrity", new ReferentialIntegrityRule()),
      Map.entry("CustomSql", new CustomSqlRule()));

  private RuleTypes() {}

  public static Set<String> names() {
    return TYPES.keySet();
  }

  static Check compile(DQRule rule, Scope scope) {
    return TYPES.get(rule.getRuleType()).compile(rule, scope);
  }

  private static Check rowCount(DQRule rule, Scope scope) {
    RowFilter rows = RowFilter.of(rule.getWhereClause());
    return new Check("Dataset.*.RowCount", new Part.Scan(List.of(rows.count())), new Judgement.Amount(NumberTest.of(rule.getCondition())));
  }

  private static Check columnExists(DQRule rule, Scope scope) {
    String name = Parameters.column(rule);
    boolean there = scope.columns().find(name).isPresent();
    return new Check("Column." + name + ".ColumnExists", new Part.Nothing(), new Judgement.Known(there, there ? "it exists" : "there is no such column"));
  }
}
