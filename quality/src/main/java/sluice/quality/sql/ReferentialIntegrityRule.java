package sluice.quality.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import sluice.quality.dqdl.RefusedRuleException;
import sluice.quality.dqdl.RuleCode;
import software.amazon.glue.dqdl.model.DQRule;

/** {@code ReferentialIntegrity}: rows whose values another table has too. A row with a null among them has no counterpart. */
final class ReferentialIntegrityRule implements RuleType {
  private static final Pattern REFERENCE = Pattern.compile("(?<table>[^.{}]+)\\.(?:\\{(?<many>[^{}]+)}|(?<one>[^.{},]+))");

  @Override
  public Check compile(DQRule rule, Scope scope) {
    List<String> written = Parameters.all(rule);
    List<TableColumn> columns = names(written.get(0)).map(scope::column).toList();
    Matcher reference = REFERENCE.matcher(written.get(1).strip());
    if (!reference.matches()) {
      throw unlike("table.column or table.{column,column}", written.get(1));
    }
    References.Reference other = scope.reference(reference.group("table").strip());
    String listed = reference.group("many") == null ? reference.group("one") : reference.group("many");
    List<TableColumn> others = names(listed).map(name -> Scope.column(other.columns(), name)).toList();
    if (others.size() != columns.size()) {
      throw unlike(columns.size() + " columns on both sides", others.size() + " in " + written.get(1));
    }
    String metric = "Column." + written.get(1) + ".ReferentialIntegrity";
    return new Check(metric, new Part.Subquery(sql(columns, other.table(), others), List.of("good", "rows", "sample")),
        new Judgement.Share(NumberTest.ofShare(rule.getCondition())));
  }

  private static String sql(List<TableColumn> columns, String other, List<TableColumn> others) {
    List<String> equal = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      equal.add("\"p\"." + columns.get(i).raw() + " = \"r\"." + Sql.name("k" + i));
      keys.add(others.get(i).raw() + " AS " + Sql.name("k" + i));
    }
    return "SELECT count(*) FILTER (WHERE \"r\".\"k0\" IS NOT NULL) AS \"good\", count(*) AS \"rows\", "
        + "min(" + Check.shown(columns) + ") FILTER (WHERE \"r\".\"k0\" IS NULL) AS \"sample\"\nFROM \"primary\" AS \"p\"\n"
        + "LEFT JOIN (SELECT DISTINCT " + String.join(", ", keys) + " FROM " + other + ") AS \"r\" ON " + String.join(" AND ", equal);
  }

  private static Stream<String> names(String list) {
    return Stream.of(list.split(",")).map(String::strip);
  }

  private static RefusedRuleException unlike(String expected, String found) {
    return RefusedRuleException.of(RuleCode.UNKNOWN_REFERENCE, "not a reference to another table", expected, found,
        "write ReferentialIntegrity \"a,b\" \"table.{c,d}\" = 1");
  }
}
