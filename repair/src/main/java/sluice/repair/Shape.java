package sluice.repair;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import sluice.lake.parquet.ParquetRows;
import sluice.lake.parquet.ReadLimits;
import sluice.lake.parquet.Row;
import sluice.lake.parquet.RowVisitor;
import sluice.lake.parquet.UnreadableParquetException;

/**
 * What a Parquet file is, as far as a contract speaks of it.
 *
 * @param columns in the file's order
 * @param rows counted, as no footer is believed
 * @param untyped why it is not made of text columns alone; null where it is
 */
record Shape(List<String> columns, long rows, String untyped) {
  /** @throws UnreadableParquetException when it is no Parquet file of any types */
  static Shape of(Path file) throws IOException {
    Counting rows = new Counting();
    try {
      ParquetRows.read(file, rows);
      return new Shape(rows.columns, rows.count, null);
    } catch (UnreadableParquetException otherTypesOrDamage) {
      Counting any = new Counting();
      ParquetRows.readAnyTypes(file, ReadLimits.GENEROUS, any);
      return new Shape(any.columns, any.count, otherTypesOrDamage.getMessage());
    }
  }

  /** What differs from these columns, whose order does not matter. */
  List<String> deviationsFrom(List<String> expected) {
    List<String> deviations = new ArrayList<>();
    if (untyped != null) {
      deviations.add(untyped);
    }
    expected.stream().filter(column -> !columns.contains(column)).forEach(column -> deviations.add("column " + column + " is missing"));
    columns.stream().filter(column -> !expected.contains(column)).forEach(column -> deviations.add("column " + column + " is in no contract"));
    return deviations;
  }

  private static final class Counting implements RowVisitor {
    private List<String> columns = List.of();
    private long count;

    @Override
    public void columns(List<String> names) {
      columns = List.copyOf(names);
    }

    @Override
    public void row(Row row) {
      count++;
    }
  }
}
