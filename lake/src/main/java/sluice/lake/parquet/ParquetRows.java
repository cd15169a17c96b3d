package sluice.lake.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Reads a Parquet file row by row, in the memory of one row group, whatever the file claims to be. */
public final class ParquetRows {
  private static final int LONGEST_REASON = 200;

  private ParquetRows() {}

  /** A string-typed file, such as we write. */
  public static void read(Path file, RowVisitor visitor) throws IOException {
    read(file, ReadLimits.GENEROUS, visitor);
  }

  /** A file at fault is an {@link UnreadableParquetException}; what the visitor throws comes through as it is. */
  public static void read(Path file, ReadLimits limits, RowVisitor visitor) throws IOException {
    read(file, limits, visitor, StringSchema::columns);
  }

  /**
   * A file of any types: every value comes as text, dates and times as ISO 8601, bytes that are no text as base64, and
   * nested values as JSON.
   */
  public static void readAnyTypes(Path file, ReadLimits limits, RowVisitor visitor) throws IOException {
    read(file, limits, visitor, schema -> schema.getFields().stream().map(Type::getName).toList());
  }

  private static void read(Path file, ReadLimits limits, RowVisitor visitor, Columns columnsOf) throws IOException {
    FooterWalk.check(file);
    DecodedBytes decoded = new DecodedBytes(limits.decodedBytes());
    // The configuration decides: any other builder asks Hadoop's classes for their defaults.
    ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
        .withCodecFactory(new PageCodecs(decoded))
        .usePageChecksumVerification(true)
        .build();
    try (ParquetFileReader reader = attempt(file, () -> ParquetFileReader.open(new LocalInputFile(file), options))) {
      MessageType schema = reader.getFileMetaData().getSchema();
      List<String> columns = columnsOf.of(schema);
      new FooterCheck(Files.size(file), schema, limits.rows()).check(reader.getRowGroups());
      visitor.columns(columns);
      MessageColumnIO io = new ColumnIOFactory().getColumnIO(schema);
      RecordMaterializer<Row> materializer = new TextMaterializer(schema, new Row(columns.size()), decoded);
      for (int group = 0; group < reader.getRowGroups().size(); group++) {
        try (PageReadStore pages = attempt(file, reader::readNextRowGroup)) {
          RecordReader<Row> rows = attempt(file, () -> io.getRecordReader(new CheckedPages(pages), materializer));
          for (long row = 0; row < pages.getRowCount(); row++) {
            visitor.row(attempt(file, rows::read));
          }
        }
      }
    }
  }

  /** parquet-java reports damage by exceptions of every kind, also those that elsewhere mean a programming error. */
  private static <T> T attempt(Path file, Reading<T> reading) throws IOException {
    try {
      return reading.get();
    } catch (IOException | RuntimeException | StackOverflowError damage) { // the schema is a tree that is read recursively
      throw new UnreadableParquetException(
          file.getFileName() + " cannot be read as Parquet: " + brief(damage), damage);
    }
  }

  /** Some of its messages print the whole schema. */
  private static String brief(Throwable damage) {
    String message = damage.getMessage() == null ? damage.getClass().getSimpleName() : damage.getMessage();
    String line = message.lines().findFirst().orElse("");
    return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
  }

  private interface Columns {
    List<String> of(MessageType schema) throws UnreadableParquetException;
  }

  private interface Reading<T> {
    T get() throws IOException;
  }
}
