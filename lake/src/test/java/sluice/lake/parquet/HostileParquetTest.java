package sluice.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Type;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of strangers: every one ends as unreadable, with the reason, and none takes memory by its own word. */
class HostileParquetTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void anHonestFile() throws IOException {
    file = folder.resolve("f.parquet");
    Tables.many(3_000, 11).write(file);
  }

  @Test
  void stopsAFileWhoseDictionaryEntryStandsInMillionsOfRows() throws IOException {
    byte[] large = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
    try (ParquetRowSink sink = new ParquetRowSink(file, List.of("a"))) {
      for (int row = 0; row < 20_000; row++) {
        sink.add(0, large, 0, large.length);
        sink.endRow();
      }
    }
    assertThat(Files.size(file)).isLessThan(100_000);
    assertUnreadable(new ReadLimits(100_000_000, 1_000_000), "the file decodes to more than 100000000 bytes");
  }

  @Test
  void takesNoMemoryForAPageBeyondTheLimit() throws IOException {
    new RowsInMemory(List.of("a"), List.of(List.of("x".repeat(50_000_000)))).write(file);
    assertThat(Files.size(file)).isLessThan(20_000);
    assertUnreadable(new ReadLimits(1_000_000, 10), "the file decodes to more than 1000000 bytes");
  }

  @Test
  void refusesMoreRowsThanTheLimit() {
    assertUnreadable(new ReadLimits(1 << 30, 2_999), "the file claims more than 2999 rows");
  }

  @Test
  void refusesRowsThatNoColumnHas() throws IOException {
    lie(footer -> footer.getRow_groups().getFirst().setNum_rows(9_000));
    assertUnreadable(ReadLimits.GENEROUS, "column repeats has 3000 values in a row group of 9000 rows");
  }

  @Test
  void refusesAColumnThatClaimsValuesItHasNot() throws IOException {
    lie(footer -> {
      footer.getRow_groups().getFirst().setNum_rows(9_000);
      footer.getRow_groups().getFirst().getColumns().forEach(column -> column.getMeta_data().setNum_values(9_000));
    });
    assertUnreadable(ReadLimits.GENEROUS, "f.parquet cannot be read as Parquet: ");
  }

  @Test
  void refusesColumnsOutsideTheFile() throws IOException {
    lie(footer -> footer.getRow_groups().getFirst().getColumns().get(1).getMeta_data()
        .setTotal_compressed_size(1L << 50));
    assertUnreadable(ReadLimits.GENEROUS, "column differs lies outside the file");
  }

  @Test
  void refusesColumnsThatLieOverOneAnother() throws IOException {
    long almostAll = Files.size(file) - 100;
    lie(footer -> footer.getRow_groups().getFirst().getColumns().forEach(column -> {
      column.getMeta_data().setTotal_compressed_size(almostAll).setData_page_offset(4).setDictionary_page_offset(4);
    }));
    assertUnreadable(ReadLimits.GENEROUS, "a row group claims " + 4 * almostAll + " bytes of a file of ");
  }

  @ParameterizedTest
  @ValueSource(longs = {60, 1_000, 90_000_000, Integer.MAX_VALUE, 1L << 40})
  void makesNoRoomForListsThatTheFooterCannotHold(long entries) throws IOException {
    Files.write(file, Footers.withASchemaOf(entries));
    assertUnreadable(ReadLimits.GENEROUS, "f.parquet has a damaged footer");
  }

  @Test
  void refusesAFooterNestedWithoutEnd() throws IOException {
    byte[] structInStruct = new byte[10_000];
    Arrays.fill(structInStruct, (byte) 0x1c);
    Files.write(file, Footers.around(structInStruct));
    assertUnreadable(ReadLimits.GENEROUS, "f.parquet has a damaged footer");
  }

  @Test
  void refusesARowGroupWithoutAllColumns() throws IOException {
    lie(footer -> footer.getRow_groups().getFirst().getColumns().removeLast());
    assertUnreadable(ReadLimits.GENEROUS, "a row group has 3 columns, the file 4");
  }

  @Test
  void refusesOtherCompressions() throws IOException {
    lie(footer -> footer.getRow_groups().getFirst().getColumns().getFirst().getMeta_data()
        .setCodec(CompressionCodec.LZ4));
    assertUnreadable(ReadLimits.GENEROUS, "column repeats is compressed with LZ4; expected one of [UNCOMPRESSED, SNAPPY, GZIP, ZSTD]");
  }

  @Test
  void refusesColumnsThatAreNoText() throws IOException {
    lie(footer -> {
      footer.getSchema().get(1).setType(Type.INT64).setConverted_type(null).setLogicalType(null);
      footer.getRow_groups().getFirst().getColumns().getFirst().getMeta_data().setType(Type.INT64).setStatistics(null);
    });
    assertUnreadable(ReadLimits.GENEROUS, "column repeats is no text: found");
  }

  @Test
  void refusesColumnsWithListsInThem() throws IOException {
    lie(footer -> footer.getSchema().get(1).setRepetition_type(FieldRepetitionType.REPEATED));
    assertUnreadable(ReadLimits.GENEROUS, "column repeats is no text: found repeated");
  }

  @Test
  void refusesEncodingsThatTakeMemoryByTheirOwnWord() throws IOException {
    AvroReference.write(Tables.many(3_000, 1), file, WriterVersion.PARQUET_2_0, 1 << 20);
    assertUnreadable(ReadLimits.GENEROUS, "column differs is encoded as DELTA_BYTE_ARRAY; expected one of");
  }

  @Test
  void refusesWhatIsNoParquet() throws IOException {
    for (String text : List.of("", "PAR1", "PAR1PAR1", "id,name\n1,a\n")) {
      Files.writeString(file, text);
      assertUnreadable(ReadLimits.GENEROUS, "f.parquet is too short for Parquet: " + text.length() + " bytes");
    }
    Files.writeString(file, "PAR1" + "x".repeat(100) + "PAR1");
    assertUnreadable(ReadLimits.GENEROUS, "f.parquet claims a footer of 2021161080 bytes");
    Files.writeString(file, "id,name\n" + "1,a\n".repeat(1_000) + "\4\0\0\0tail");
    assertUnreadable(ReadLimits.GENEROUS, "f.parquet has a damaged footer");
    Files.writeString(file, "id,name\n" + "\0".repeat(100) + "tail");
    assertUnreadable(ReadLimits.GENEROUS, "f.parquet has a damaged footer");
  }

  @Test
  void refusesAFileThatWasCutAnywhere() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length += whole.length / 50) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertUnreadable(ReadLimits.GENEROUS, "f.parquet ");
    }
  }

  @Test
  void aFlippedBitEndsAsUnreadableOrIsOneThatNoReaderCanSee() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(3);
    int refused = 0;
    int flips = 300;
    for (int flip = 0; flip < flips; flip++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      try {
        read(new ReadLimits(1 << 30, 1_000_000));
      } catch (UnreadableParquetException expected) {
        refused++;
      }
    }
    // Pages carry checksums; names, statistics and indexes in the footer do not, which is why manifests carry hashes.
    assertThat(refused).isGreaterThan(flips / 2);
  }

  @Test
  void whatTheVisitorThrowsComesThroughAsItIs() {
    IllegalStateException own = new IllegalStateException("the visitor's own");
    assertThatThrownBy(() -> ParquetRows.read(file, new RowVisitor() {
      @Override
      public void columns(List<String> names) {}

      @Override
      public void row(Row row) {
        throw own;
      }
    })).isSameAs(own);
  }

  @Test
  void refusesLimitsThatLetNothingThrough() {
    assertThatThrownBy(() -> new ReadLimits(0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limits are positive; found 0 bytes, 1 rows");
  }

  private void lie(Consumer<FileMetaData> lie) throws IOException {
    Footers.change(file, lie);
  }

  private void assertUnreadable(ReadLimits limits, String message) {
    assertThatThrownBy(() -> read(limits))
        .isInstanceOf(UnreadableParquetException.class)
        .hasMessageContaining(message);
  }

  private void read(ReadLimits limits) throws IOException {
    ParquetRows.read(file, limits, new RowVisitor() {
      @Override
      public void columns(List<String> names) {}

      @Override
      public void row(Row row) {}
    });
  }
}
