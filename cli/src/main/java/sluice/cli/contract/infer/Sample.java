package sluice.cli.contract.infer;

import java.util.List;
import java.util.Map;
import sluice.lake.contract.LogicalType;

/**
 * What was read of a sample file.
 *
 * @param format the lines of a contract that say how it is written
 * @param headers what the file calls its columns
 * @param rows values by column; null where there is none
 * @param declared types that the file itself promises, by header; then there are no rows
 * @param remarks what was seen that a contract does not say
 */
record Sample(
    String format,
    List<String> headers,
    List<List<Value>> rows,
    Map<String, LogicalType> declared,
    List<String> remarks) {
  /** More says little more about a column's type, and takes memory. */
  static final int MOST_ROWS = 100_000;

  Sample {
    headers = List.copyOf(headers);
    remarks = List.copyOf(remarks);
  }

  List<Value> column(int index) {
    return rows.stream().map(row -> index < row.size() ? row.get(index) : null).toList();
  }
}
