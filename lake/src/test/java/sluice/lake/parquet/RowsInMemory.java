package sluice.lake.parquet;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Small tables for tests: columns and rows of texts, null for no value. */
public record RowsInMemory(List<String> columns, List<List<String>> rows) {
  public static RowsInMemory read(Path file) throws IOException {
    List<String> columns = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    ParquetRows.read(file, new RowVisitor() {
      @Override
      public void columns(List<String> names) {
        columns.addAll(names);
      }

      @Override
      public void row(Row row) {
        String[] values = new String[row.width()];
        Arrays.setAll(values, row::value);
        rows.add(Arrays.asList(values));
      }
    });
    return new RowsInMemory(columns, rows);
  }

  public void write(Path file) throws IOException {
    try (ParquetRowSink sink = new ParquetRowSink(file, columns)) {
      for (List<String> row : rows) {
        add(sink, row);
      }
    }
  }

  static void add(RowSink sink, List<String> row) throws IOException {
    for (int column = 0; column < row.size(); column++) {
      if (row.get(column) != null) {
        byte[] utf8 = row.get(column).getBytes(StandardCharsets.UTF_8);
        sink.add(column, utf8, 0, utf8.length);
      }
    }
    sink.endRow();
  }
}
