package sluice.lake.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;

/**
 * Writes a string-typed zstd Parquet file in constant memory, with statistics, page index and checksums.
 *
 * <p>Goes below parquet-java's record and column layers, which cost more than all the rest; footer, indexes and checksums
 * are its own. The same rows give the same bytes.
 */
public final class ParquetRowSink implements RowSink {
  /** What a row group may hold in memory; also what one sink needs, give or take a page for each column. */
  private static final long ROW_GROUP_BYTES = 32L << 20;
  private static final int LARGEST_PADDING = 8 << 20;
  // Adding up the buffers of all columns is too dear for every row.
  private static final int ROWS_BETWEEN_LOOKS = 1024;

  private final long rowGroupBytes;
  private final MessageType schema;
  private final ParquetFileWriter file;
  private final ZstdWriting zstd = new ZstdWriting();
  private final TextColumn[] columns;
  private long rows;
  private long rowsInGroup;
  private long buffered;
  private long addedSinceLook;
  private boolean rowOpen;
  private boolean closed;

  public ParquetRowSink(Path out, List<String> columnNames) throws IOException {
    this(out, columnNames, ROW_GROUP_BYTES);
  }

  /** For tests that want several row groups of few rows. */
  ParquetRowSink(Path out, List<String> columnNames, long rowGroupBytes) throws IOException {
    this.rowGroupBytes = rowGroupBytes;
    schema = StringSchema.of(columnNames);
    columns = schema.getColumns().stream().map(column -> new TextColumn(column, zstd)).toArray(TextColumn[]::new);
    ParquetProperties properties = ParquetProperties.builder().withAllocator(HeapByteBufferAllocator.getInstance()).build();
    file = new ParquetFileWriter(new LocalOutputFile(out), schema, ParquetFileWriter.Mode.OVERWRITE, rowGroupBytes,
        LARGEST_PADDING, null, properties);
    file.start();
  }

  @Override
  public void add(int column, byte[] utf8, int offset, int length) {
    if (columns[column].isFilled()) {
      throw new IllegalStateException("column " + schema.getFieldName(column) + " got a second value in row " + (rows + 1));
    }
    rowOpen = true;
    addedSinceLook += length;
    columns[column].add(utf8, offset, length);
  }

  @Override
  public void endRow() throws IOException {
    for (TextColumn column : columns) {
      column.endRow();
    }
    rowOpen = false;
    rows++;
    rowsInGroup++;
    if (rowsInGroup % ROWS_BETWEEN_LOOKS == 0 || addedSinceLook > rowGroupBytes / 8) {
      buffered = Stream.of(columns).mapToLong(TextColumn::bytes).sum();
      addedSinceLook = 0;
      if (buffered > rowGroupBytes) {
        endRowGroup();
      }
    }
  }

  @Override
  public long rows() {
    return rows;
  }

  /** Pages of the open row group count as they are, so this is rather more than the file will have. */
  @Override
  public long bytes() {
    try {
      return closed ? file.getPos() : file.getPos() + buffered + addedSinceLook;
    } catch (IOException positionIsCounted) {
      throw new UncheckedIOException(positionIsCounted);
    }
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (zstd; file) {
      if (rowOpen) {
        throw new IllegalStateException("row " + (rows + 1) + " was begun and not ended");
      }
      endRowGroup();
      file.end(Map.of());
    }
  }

  private void endRowGroup() throws IOException {
    if (rowsInGroup == 0) {
      return;
    }
    file.startBlock(rowsInGroup);
    for (TextColumn column : columns) {
      column.writeTo(file);
    }
    file.endBlock();
    rowsInGroup = 0;
    buffered = 0;
  }
}
