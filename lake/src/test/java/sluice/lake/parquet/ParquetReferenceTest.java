package sluice.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What parquet-avro, the reference, makes of our files, and we of its. */
class ParquetReferenceTest {
  private static final long ROW_GROUP = 1L << 20;

  @TempDir Path folder;

  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of("oddities", Tables.oddities()),
        Arguments.of("one row", Tables.many(1, 1)),
        Arguments.of("several pages", Tables.many(30_000, 2)),
        Arguments.of("several row groups", Tables.many(60_001, 3)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void theReferenceReadsWhatWeWrite(String name, RowsInMemory table) throws IOException {
    Path file = folder.resolve("ours.parquet");
    write(table, file);
    assertSame(AvroReference.read(file), table);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void weReadWhatTheReferenceWrites(String name, RowsInMemory table) throws IOException {
    Path file = folder.resolve("theirs.parquet");
    AvroReference.write(table, file, WriterVersion.PARQUET_1_0, ROW_GROUP);
    assertSame(RowsInMemory.read(file), table);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tables")
  void weReadWhatWeWrite(String name, RowsInMemory table) throws IOException {
    Path file = folder.resolve("ours.parquet");
    write(table, file);
    assertSame(RowsInMemory.read(file), table);
  }

  private static void write(RowsInMemory table, Path file) throws IOException {
    try (ParquetRowSink sink = new ParquetRowSink(file, table.columns(), ROW_GROUP)) {
      for (List<String> row : table.rows()) {
        RowsInMemory.add(sink, row);
      }
    }
  }

  // AssertJ's own message would print both tables.
  private static void assertSame(RowsInMemory found, RowsInMemory expected) {
    assertThat(found.columns()).isEqualTo(expected.columns());
    assertThat(found.rows().size()).isEqualTo(expected.rows().size());
    for (int row = 0; row < expected.rows().size(); row++) {
      assertThat(found.rows().get(row).equals(expected.rows().get(row))).as("row %d", row + 1).isTrue();
    }
  }
}
