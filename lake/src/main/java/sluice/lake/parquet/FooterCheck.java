package sluice.lake.parquet;

import java.util.List;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.schema.MessageType;

/** Refuses a footer whose claims the file cannot keep, before memory is taken or rows are given out because of them. */
final class FooterCheck {
  private static final long LARGEST_ROW_GROUP = 512L << 20;

  private final long fileBytes;
  private final MessageType schema;
  private final long mostRows;

  FooterCheck(long fileBytes, MessageType schema, long mostRows) {
    this.fileBytes = fileBytes;
    this.schema = schema;
    this.mostRows = mostRows;
  }

  void check(List<BlockMetaData> rowGroups) throws UnreadableParquetException {
    long rows = 0;
    for (BlockMetaData group : rowGroups) {
      long inGroup = group.getRowCount();
      if (inGroup < 0 || inGroup > mostRows - rows) {
        throw new UnreadableParquetException("the file claims more than " + mostRows + " rows");
      }
      rows += inGroup;
      if (group.getColumns().size() != schema.getColumns().size()) {
        throw new UnreadableParquetException(
            "a row group has " + group.getColumns().size() + " columns, the file " + schema.getColumns().size());
      }
      long bytes = 0;
      for (ColumnChunkMetaData chunk : group.getColumns()) {
        check(chunk, inGroup);
        bytes += chunk.getTotalSize();
      }
      // A row group is read into memory as a whole; columns that lie over one another would multiply the file.
      if (bytes > Math.min(fileBytes, LARGEST_ROW_GROUP)) {
        throw new UnreadableParquetException("a row group claims " + bytes + " bytes of a file of " + fileBytes
            + "; at most " + LARGEST_ROW_GROUP + " are read at once");
      }
    }
  }

  private void check(ColumnChunkMetaData chunk, long rows) throws UnreadableParquetException {
    String name = chunk.getPath().toDotString();
    String[] path = chunk.getPath().toArray();
    if (!schema.containsPath(path)) {
      throw new UnreadableParquetException("a row group has a column " + name + ", the file has none");
    }
    // Flat columns have one value or null a row; a reader would make up the rows that are missing.
    boolean flat = schema.getMaxRepetitionLevel(path) == 0;
    if (flat ? chunk.getValueCount() != rows : chunk.getValueCount() < rows) {
      throw new UnreadableParquetException(
          "column " + name + " has " + chunk.getValueCount() + " values in a row group of " + rows + " rows");
    }
    long start = chunk.getStartingPos();
    long size = chunk.getTotalSize();
    if (start < 0 || size < 0 || start > fileBytes || size > fileBytes - start) {
      throw new UnreadableParquetException("column " + name + " lies outside the file");
    }
    if (!PageCodecs.READABLE.contains(chunk.getCodec())) {
      throw new UnreadableParquetException(
          "column " + name + " is compressed with " + chunk.getCodec() + "; expected one of " + PageCodecs.READABLE);
    }
  }
}
