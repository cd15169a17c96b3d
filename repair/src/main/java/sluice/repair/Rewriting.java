package sluice.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import sluice.lake.parquet.ParquetRowSink;
import sluice.lake.parquet.ParquetRows;
import sluice.lake.parquet.ReadLimits;
import sluice.lake.parquet.Row;
import sluice.lake.parquet.RowVisitor;

/**
 * Writes a file of any types anew, with exactly these text columns: values become their text, missing columns null, and
 * columns that are not wanted are left out. The same file gives the same bytes.
 */
final class Rewriting {
  private Rewriting() {}

  static void write(Path from, List<String> columns, Path to) throws IOException {
    try (ParquetRowSink sink = new ParquetRowSink(to, columns)) {
      ParquetRows.readAnyTypes(from, ReadLimits.GENEROUS, new RowVisitor() {
        private int[] targets = {};

        @Override
        public void columns(List<String> names) {
          targets = names.stream().mapToInt(columns::indexOf).toArray();
        }

        @Override
        public void row(Row row) throws IOException {
          for (int column = 0; column < targets.length; column++) {
            if (targets[column] >= 0) {
              row.copy(column, sink, targets[column]);
            }
          }
          sink.endRow();
        }
      });
    }
  }
}
