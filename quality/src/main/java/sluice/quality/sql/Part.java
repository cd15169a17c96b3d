package sluice.quality.sql;

import java.util.List;

/** What a rule has to know of its table, as SQL. */
sealed interface Part {
  /** Aggregates over the rows of {@code "primary"}, which all rules of a table share one scan for. */
  record Scan(List<String> aggregates) implements Part {
    public Scan {
      aggregates = List.copyOf(aggregates);
    }
  }

  /**
   * A query of its own that gives one row; it may read {@code "primary"}.
   *
   * @param columns what its columns are called, in the order in which they are wanted
   */
  record Subquery(String sql, List<String> columns) implements Part {}

  /** Nothing: the catalogue has answered already. */
  record Nothing() implements Part {}
}
