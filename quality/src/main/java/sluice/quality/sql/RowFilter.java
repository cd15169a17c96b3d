package sluice.quality.sql;

/**
 * The rows that a rule is about: all, or those of its {@code where} clause, for which a null is not true.
 *
 * @param condition SQL, or null for all rows
 */
record RowFilter(String condition) {
  static RowFilter of(String whereClause) {
    return new RowFilter(whereClause == null ? null : "(" + SqlFragment.condition(whereClause) + ")");
  }

  String count() {
    return condition == null ? "count(*)" : "count(*) FILTER (WHERE " + condition + ")";
  }

  String count(String also) {
    return "count(*) FILTER (WHERE " + and(also) + ")";
  }

  /** One of the values of rows that do not meet a condition: the smallest, so that a repeated check shows the same. */
  String example(String condition, String text, int length) {
    return "min(coalesce(substr(" + text + ", 1, " + length + "), 'NULL')) FILTER (WHERE " + and("NOT (" + condition + ")") + ")";
  }

  String where(String also) {
    return "WHERE " + and(also);
  }

  private String and(String also) {
    return condition == null ? also : condition + " AND " + also;
  }
}
