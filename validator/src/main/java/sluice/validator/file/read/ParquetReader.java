package sluice.validator.file.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import sluice.lake.parquet.ParquetRows;
import sluice.lake.parquet.ReadLimits;
import sluice.lake.parquet.Row;
import sluice.lake.parquet.RowVisitor;
import sluice.lake.text.Utf8;

/**
 * Reads Parquet: our own string-typed files, or a producer's of any types.
 *
 * <p>A row has no text of its own there, so what is kept of a refused one is a JSON object of its values' texts; a value
 * that is not UTF-8 stands in it byte for byte.
 */
public final class ParquetReader {
  /** Which types a file may have. */
  public enum Types {
    TEXT_ONLY,
    ANY
  }

  private final Path file;
  private final ReadLimits limits;
  private final RowGuard guard;

  public ParquetReader(Path file, ReadLimits limits, RowGuard guard) {
    this.file = file;
    this.limits = limits;
    this.guard = guard;
  }

  /** A file at fault is a {@link sluice.lake.parquet.UnreadableParquetException}. */
  public void read(Types types, RowReceiver receiver) throws IOException {
    Visitor visitor = new Visitor(receiver);
    switch (types) {
      case TEXT_ONLY -> ParquetRows.read(file, limits, visitor);
      case ANY -> ParquetRows.readAnyTypes(file, limits, visitor);
    }
  }

  private final class Visitor implements RowVisitor {
    private final RowReceiver receiver;
    private List<String> names = List.of();
    private RowReceiver.Layout layout;

    Visitor(RowReceiver receiver) {
      this.receiver = receiver;
    }

    @Override
    public void columns(List<String> columns) throws IOException {
      names = columns;
      layout = receiver.columns(columns);
    }

    @Override
    public void row(Row row) throws IOException {
      Fields fields = layout.fields();
      fields.place(guard.next(), 0);
      fields.rawBy(() -> raw(row, fields));
      for (int column = 0; column < row.width(); column++) {
        take(row, column, layout.slots()[column], fields);
      }
      receiver.row(fields);
    }

    private void take(Row row, int column, int slot, Fields fields) {
      if (row.isNull(column)) {
        fields.setNull(slot);
        return;
      }
      byte[] bytes = row.array(column);
      int start = row.offset(column);
      int end = start + row.length(column);
      fields.set(slot, bytes, start, row.length(column));
      if (Utf8.isSuspect(bytes, start, end)) {
        Fault text = guard.textFault(bytes, start, end);
        fields.fail(text == null ? null : new Fault(text.reason(), text.rule(), "", "column " + names.get(column) + ": " + text.detail()));
      }
    }

    private void raw(Row row, Fields fields) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      for (int column = 0; column < row.width(); column++) {
        if (!row.isNull(column)) {
          text.write(text.size() == 0 ? '{' : ',');
          byte[] name = names.get(column).getBytes(StandardCharsets.UTF_8);
          JsonText.quote(name, 0, name.length, text);
          text.write(':');
          JsonText.quote(row.array(column), row.offset(column), row.length(column), text);
        }
      }
      text.writeBytes(text.size() == 0 ? new byte[] {'{', '}'} : new byte[] {'}'});
      fields.raw(text.toByteArray(), 0, text.size(), false);
    }
  }
}
