package sluice.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRowSinkTest {
  private static final byte[] WORD = "word".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void file() {
    file = folder.resolve("part.parquet");
  }

  @Test
  void keepsNullsEmptyTextsAndOtherAlphabets() throws IOException {
    RowsInMemory rows = Tables.oddities();
    rows.write(file);
    assertThat(RowsInMemory.read(file)).isEqualTo(rows);
  }

  @Test
  void writesTheSliceAndNotTheArrayAroundIt() throws IOException {
    byte[] around = "<<word>>".getBytes(StandardCharsets.UTF_8);
    try (ParquetRowSink sink = new ParquetRowSink(file, List.of("a"))) {
      sink.add(0, around, 2, 4);
      around[2] = 'L';
      sink.endRow();
      sink.add(0, around, 2, 4);
      sink.endRow();
    }
    assertThat(RowsInMemory.read(file).rows()).containsExactly(List.of("word"), List.of("Lord"));
  }

  @Test
  void aFileWithoutRowsIsStillAFile() throws IOException {
    new ParquetRowSink(file, List.of("a", "b")).close();
    assertThat(RowsInMemory.read(file)).isEqualTo(new RowsInMemory(List.of("a", "b"), List.of()));
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    Path other = folder.resolve("again.parquet");
    Tables.many(5_000, 7).write(file);
    Tables.many(5_000, 7).write(other);
    assertThat(Files.mismatch(file, other)).isEqualTo(-1);
  }

  @Test
  void keepsStatisticsPageIndexAndChecksums() throws IOException {
    Tables.many(30_000, 4).write(file);
    try (ParquetFileReader reader = open()) {
      for (ColumnChunkMetaData chunk : reader.getRowGroups().getFirst().getColumns()) {
        assertThat(chunk.getStatistics().hasNonNullValue()).as("%s", chunk.getPath()).isTrue();
        assertThat(chunk.getSizeStatistics()).isNotNull();
        assertThat(reader.readColumnIndex(chunk).getMinValues()).hasSizeGreaterThan(1);
        assertThat(reader.readOffsetIndex(chunk).getPageCount()).isGreaterThan(1);
      }
      ColumnChunkMetaData gaps = reader.getRowGroups().getFirst().getColumns().get(3);
      assertThat(gaps.getStatistics().getNumNulls()).isBetween(9_000L, 11_000L);
    }
  }

  @Test
  void usesADictionaryOnlyWhereValuesRepeat() throws IOException {
    Tables.many(60_000, 4).write(file);
    try (ParquetFileReader reader = open()) {
      List<ColumnChunkMetaData> chunks = reader.getRowGroups().getFirst().getColumns();
      assertThat(chunks.get(0).getEncodings()).doesNotContain(Encoding.PLAIN);
      assertThat(chunks.get(0).hasDictionaryPage()).isTrue();
      assertThat(chunks.get(1).hasDictionaryPage()).isFalse();
      // It began with equal values, so its first pages have a dictionary and its last ones do not.
      assertThat(chunks.get(2).hasDictionaryPage()).isTrue();
      assertThat(chunks.get(2).getEncodings()).contains(Encoding.PLAIN);
    }
  }

  @Test
  void aColumnThatBeginsWithAPageOfNullsMayStillHaveADictionary() throws IOException {
    try (ParquetRowSink sink = new ParquetRowSink(file, List.of("a"))) {
      for (int row = 0; row < 40_000; row++) {
        if (row >= 20_000) {
          sink.add(0, WORD, 0, WORD.length);
        }
        sink.endRow();
      }
    }
    try (ParquetFileReader reader = open()) {
      assertThat(reader.getRowGroups().getFirst().getColumns().getFirst().hasDictionaryPage()).isTrue();
    }
    List<List<String>> rows = RowsInMemory.read(file).rows();
    assertThat(rows.get(19_999).getFirst()).isNull();
    assertThat(rows.get(20_000)).containsExactly("word");
  }

  @Test
  void aColumnWithoutADictionaryGetsNoneInLaterRowGroups() throws IOException {
    RowsInMemory table = Tables.many(60_000, 4);
    try (ParquetRowSink sink = new ParquetRowSink(file, table.columns(), 1 << 20)) {
      for (List<String> row : table.rows()) {
        RowsInMemory.add(sink, row);
      }
    }
    try (ParquetFileReader reader = open()) {
      List<BlockMetaData> groups = reader.getRowGroups();
      assertThat(groups).hasSizeGreaterThan(2);
      assertThat(groups.getLast().getColumns().get(0).hasDictionaryPage()).isTrue();
      assertThat(groups.getLast().getColumns().get(1).hasDictionaryPage()).isFalse();
      assertThat(groups.stream().mapToLong(BlockMetaData::getRowCount).sum()).isEqualTo(60_000);
    }
  }

  @Test
  void holdsNoMoreThanARowGroupInMemoryHoweverLargeTheValues() throws IOException {
    long rowGroup = 1 << 20;
    byte[] value = new byte[100_000];
    Random random = new Random(9);
    try (ParquetRowSink sink = new ParquetRowSink(file, List.of("a"), rowGroup)) {
      for (int row = 0; row < 200; row++) {
        random.nextBytes(value);
        sink.add(0, value, 0, value.length);
        sink.endRow();
        long inMemory = sink.bytes() - Files.size(file);
        assertThat(inMemory).isLessThan(2 * rowGroup);
      }
    }
    assertThat(Files.size(file)).isGreaterThan(20_000_000);
  }

  @Test
  void tellsItsRowsAndItsSizeWhileItGrows() throws IOException {
    ParquetRowSink sink = new ParquetRowSink(file, List.of("a"));
    long empty = sink.bytes();
    sink.add(0, new byte[5_000], 0, 5_000);
    assertThat(sink.rows()).isZero();
    sink.endRow();
    assertThat(sink.rows()).isEqualTo(1);
    assertThat(sink.bytes()).isGreaterThanOrEqualTo(empty + 5_000);
    sink.close();
    sink.close();
    assertThat(sink.rows()).isEqualTo(1);
    assertThat(sink.bytes()).isEqualTo(Files.size(file));
  }

  @Test
  void refusesASecondValueOfAColumnInOneRow() throws IOException {
    try (ParquetRowSink sink = new ParquetRowSink(file, List.of("a", "b"))) {
      sink.endRow();
      sink.add(1, WORD, 0, 4);
      assertThatThrownBy(() -> sink.add(1, WORD, 0, 4))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("column b got a second value in row 2");
      sink.endRow();
    }
  }

  @Test
  void refusesToEndAFileInTheMiddleOfARow() throws IOException {
    ParquetRowSink sink = new ParquetRowSink(file, List.of("a"));
    sink.add(0, WORD, 0, 4);
    assertThatThrownBy(sink::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("row 1 was begun and not ended");
  }

  @Test
  void refusesColumnsThatAreNoneOrEqual() {
    assertThatThrownBy(() -> new ParquetRowSink(file, List.of("a", "a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected column names that differ, found [a, a]");
    assertThatThrownBy(() -> new ParquetRowSink(file, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a file needs at least one column");
  }

  private ParquetFileReader open() throws IOException {
    return ParquetFileReader.open(
        new LocalInputFile(file), ParquetReadOptions.builder(new PlainParquetConfiguration()).build());
  }
}
