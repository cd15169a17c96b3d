package sluice.lake.parquet;

import java.util.List;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Refuses a footer whose claims the file cannot keep, before memory is taken or rows are given out because of them. */
final class FooterCheck {
  private final long fileBytes;
  private final int columns;
  private final long mostRows;

  FooterCheck(long fileBytes, int columns, long mostRows) {
    this.fileBytes = fileBytes;
    this.columns = columns;
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
      if (group.getColumns().size() != columns) {
        throw new UnreadableParquetException(
            "a row group has " + group.getColumns().size() + " columns, the file " + columns);
      }
      for (ColumnChunkMetaData chunk : group.getColumns()) {
        check(chunk, inGroup);
      }
    }
  }

  private void check(ColumnChunkMetaData chunk, long rows) throws UnreadableParquetException {
    String name = chunk.getPath().toDotString();
    // Flat columns have one value or null a row; a reader would make up the rows that are missing.
    if (chunk.getValueCount() != rows) {
      throw new UnreadableParquetException(
          "column " + name + " has " + chunk.getValueCount() + " values in a row group of " + rows + " rows");
    }
    long start = chunk.getStartingPos();
    long size = chunk.getTotalSize();
    if (start < 0 || size < 0 || start > fileBytes || size > fileBytes - start) {
      throw new UnreadableParquetException("column " + name + " lies outside the file");
    }
    if (chunk.getCodec() != CompressionCodecName.ZSTD && chunk.getCodec() != CompressionCodecName.UNCOMPRESSED) {
      throw new UnreadableParquetException(
          "column " + name + " is compressed with " + chunk.getCodec() + "; expected ZSTD or UNCOMPRESSED");
    }
  }
}
