package sluice.quality.sql;

import java.util.List;
import java.util.stream.Collectors;
import software.amazon.glue.dqdl.model.DQRule;

/** {@code IsUnique}, {@code Uniqueness} and {@code IsPrimaryKey}: rows whose value, or values together, no other row has. */
final class UniquenessRule implements RuleType {
  /** What becomes of nulls. */
  enum Nulls {
    /** Rows without any value in the columns do not count, as in Glue. */
    LEFT_OUT,
    /** A row with a null in any of the columns has no key. */
    REFUSED
  }

  private final Nulls nulls;

  UniquenessRule(Nulls nulls) {
    this.nulls = nulls;
  }

  @Override
  public Check compile(DQRule rule, Scope scope) {
    List<TableColumn> columns = Parameters.all(rule).stream().map(scope::column).toList();
    String names = columns.stream().map(TableColumn::name).collect(Collectors.joining(","));
    NumberTest test = rule.getRuleType().equals("Uniqueness") ? NumberTest.ofShare(rule.getCondition()) : NumberTest.EVERY_ROW;
    String metric = (columns.size() > 1 ? "Multicolumn." : "Column.") + names + "." + (nulls == Nulls.REFUSED ? "PrimaryKey" : "Uniqueness");
    return new Check(metric, new Part.Subquery(sql(columns, RowFilter.of(rule.getWhereClause())), List.of("good", "rows", "sample")),
        new Judgement.Share(test));
  }

  private String sql(List<TableColumn> columns, RowFilter filter) {
    String counted = switch (nulls) {
      case LEFT_OUT -> joined(columns, " IS NOT NULL", " OR ");
      case REFUSED -> "true";
    };
    String key = switch (nulls) {
      case LEFT_OUT -> "true";
      case REFUSED -> joined(columns, " IS NOT NULL", " AND ");
    };
    return "SELECT coalesce(sum(\"n\") FILTER (WHERE \"good\"), 0) AS \"good\", coalesce(sum(\"n\"), 0) AS \"rows\", "
        + "min(\"shown\") FILTER (WHERE NOT \"good\") AS \"sample\"\n"
        + "FROM (SELECT count(*) AS \"n\", (count(*) = 1 AND " + key + ") AS \"good\", min(" + Check.shown(columns) + ") AS \"shown\"\n"
        + "FROM \"primary\" " + filter.where("(" + counted + ")") + " GROUP BY " + joined(columns, "", ", ") + ")";
  }

  private static String joined(List<TableColumn> columns, String behind, String by) {
    return columns.stream().map(column -> column.raw() + behind).collect(Collectors.joining(by));
  }
}
