package sluice.quality.sql;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A single rule, compiled: what to ask, and how to judge the answer.
 *
 * @param metric what is measured, in Glue's words, such as {@code Column.id.Completeness}
 */
record Check(String metric, Part part, Judgement judgement) {
  /** How much of an example is kept. */
  private static final int SAMPLE = 80;

  /** A check that every row, or the share of rows that a threshold asks for, meets a condition. */
  static Check ofRows(String metric, RowFilter filter, String condition, String shown, NumberTest test) {
    return new Check(metric, new Part.Scan(List.of(filter.count(condition), filter.count(), filter.example(condition, shown, SAMPLE))),
        new Judgement.Share(test));
  }

  /** SQL for the values of several columns as one text. */
  static String shown(List<TableColumn> columns) {
    return columns.stream().map(column -> "substr(" + column.text() + ", 1, " + SAMPLE + ")")
        .collect(Collectors.joining(", ", "array_join(ARRAY[", "], ', ', 'NULL')"));
  }
}
