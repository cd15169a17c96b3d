package sluice.validator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sluice.lake.contract.Lineage;
import sluice.lake.parquet.RowSink;

/** Writes the lineage columns of every row of one object; all but the row number are the same in each. */
final class LineageColumns {
  private final int rowNumberColumn;
  private final Map<Integer, byte[]> same = new LinkedHashMap<>();

  LineageColumns(List<String> targetColumns, RunContext run, String sourceObject, String sourceVersion, int contractVersion) {
    rowNumberColumn = targetColumns.indexOf(Lineage.ROW_NUMBER);
    put(targetColumns, Lineage.RUN_ID, run.runId().value());
    put(targetColumns, Lineage.RUN_STARTED_AT, run.startedAt().toString());
    put(targetColumns, Lineage.SOURCE_OBJECT, sourceObject);
    put(targetColumns, Lineage.SOURCE_VERSION, sourceVersion);
    put(targetColumns, Lineage.CONTRACT_VERSION, Integer.toString(contractVersion));
  }

  void add(RowSink sink, long rowNumber) {
    same.forEach((column, text) -> sink.add(column, text, 0, text.length));
    byte[] number = Long.toString(rowNumber).getBytes(StandardCharsets.US_ASCII);
    sink.add(rowNumberColumn, number, 0, number.length);
  }

  private void put(List<String> columns, String name, String value) {
    same.put(columns.indexOf(name), value.getBytes(StandardCharsets.UTF_8));
  }
}
