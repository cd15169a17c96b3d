package sluice.quality.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The one query that answers all rules of a table, with one row.
 *
 * <p>Every aggregate stands in it once, however many rules ask for it, over one scan of the rows, which are called
 * {@code "primary"}. Only rules that compare rows with one another or with another table add a query of their own.
 */
public final class TableQuery {
  /** The answers, by the check that asked. */
  public record Values(Map<Check, List<String>> byCheck) {
    List<String> of(Check check) {
      return byCheck.get(check);
    }
  }

  private final String rows;
  private final Map<Check, List<String>> columns = new LinkedHashMap<>();
  private final Map<String, String> aggregates = new LinkedHashMap<>();
  private final Map<String, String> subqueries = new LinkedHashMap<>();

  /** @param rows the query whose rows are checked */
  public TableQuery(String rows, Collection<CompiledRule> rules) {
    this.rows = rows;
    rules.stream().flatMap(CompiledRule::checks).distinct().forEach(check -> columns.put(check, columns(check.part())));
  }

  private List<String> columns(Part part) {
    return switch (part) {
      case Part.Scan scan -> scan.aggregates().stream()
          .map(sql -> "\"s\"." + Sql.name(aggregates.computeIfAbsent(sql, one -> "a" + aggregates.size()))).toList();
      case Part.Subquery query -> {
        String name = subqueries.computeIfAbsent(query.sql(), one -> "q" + subqueries.size());
        yield query.columns().stream().map(column -> Sql.name(name) + "." + Sql.name(column)).toList();
      }
      case Part.Nothing nothing -> List.of();
    };
  }

  /** Whether there is anything to ask at all. */
  public boolean isNeeded() {
    return !aggregates.isEmpty() || !subqueries.isEmpty();
  }

  public String sql() {
    List<String> tables = new ArrayList<>();
    if (!aggregates.isEmpty()) {
      tables.add("(SELECT " + list(aggregates.entrySet().stream().map(one -> one.getKey() + " AS " + Sql.name(one.getValue())))
          + "\nFROM \"primary\") AS \"s\"");
    }
    // The end of the line ends nothing of a query that a rule brought along.
    subqueries.forEach((sql, name) -> tables.add("(" + sql + "\n) AS " + Sql.name(name)));
    List<String> asked = asked();
    Stream<String> named = IntStream.range(0, asked.size()).mapToObj(i -> asked.get(i) + " AS " + Sql.name("c" + i));
    return "WITH \"primary\" AS (" + rows + ")\nSELECT " + list(named) + "\nFROM " + String.join("\nCROSS JOIN ", tables);
  }

  /** @param row the one row that the query gave */
  public Values values(List<String> row) {
    Map<String, String> found = new HashMap<>();
    List<String> asked = asked();
    for (int i = 0; i < asked.size(); i++) {
      found.put(asked.get(i), row.get(i));
    }
    Map<Check, List<String>> values = new HashMap<>();
    columns.forEach((check, names) -> values.put(check, names.stream().map(found::get).toList()));
    return new Values(values);
  }

  private List<String> asked() {
    return columns.values().stream().flatMap(List::stream).distinct().toList();
  }

  private static String list(Stream<String> items) {
    return String.join(",\n  ", items.toList());
  }
}
