package sluice.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.RecordedData;

/** Files of other people's types, as text. */
class AnyTypesParquetTest {
  private static final Schema DAY = LogicalTypes.date().addToSchema(Schema.create(Schema.Type.INT));
  private static final Schema MICROS = LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
  private static final Schema MONEY = LogicalTypes.decimal(9, 2).addToSchema(Schema.create(Schema.Type.BYTES));
  private static final Schema PLACE = SchemaBuilder.record("place").fields().optionalString("city").optionalInt("floor").endRecord();
  private static final Schema SCHEMA = SchemaBuilder.record("row").fields()
      .requiredInt("n").requiredLong("big").requiredDouble("ratio").requiredBoolean("yes").optionalString("text")
      .name("day").type(DAY).noDefault().name("at").type(MICROS).noDefault().name("money").type(MONEY).noDefault()
      .name("tags").type().array().items().stringType().noDefault()
      .name("counts").type().map().values().intType().noDefault()
      .name("place").type(PLACE).noDefault()
      .endRecord();

  @TempDir Path folder;

  @Test
  void everyTypeHasItsText() throws IOException {
    GenericData.Record record = new GenericData.Record(SCHEMA);
    record.put("n", -7);
    record.put("big", 1L << 40);
    record.put("ratio", 0.1);
    record.put("yes", true);
    record.put("day", 20_778);
    record.put("at", 1_795_240_800_000_001L);
    record.put("money", ByteBuffer.wrap(new byte[] {0x30, 0x39}));
    record.put("tags", List.of("a", "b \"c\""));
    record.put("counts", Map.of("x", 1));
    GenericData.Record place = new GenericData.Record(PLACE);
    place.put("city", "Łódź");
    record.put("place", place);
    Path file = folder.resolve("f.parquet");
    TypedParquet.write(file, SCHEMA, List.of(record));
    RowsInMemory read = read(file);
    assertThat(read.columns()).containsExactly("n", "big", "ratio", "yes", "text", "day", "at", "money", "tags", "counts", "place");
    assertThat(read.rows().getFirst()).containsExactly("-7", "1099511627776", "0.1", "true", null, "2026-11-21",
        "2026-11-21T06:00:00.000001Z", "123.45", "[\"a\",\"b \\\"c\\\"\"]", "{\"x\":1}", "{\"city\":\"Łódź\"}");
    Files.delete(file);
    TypedParquet.write(file, SCHEMA, List.of(record), WriterVersion.PARQUET_2_0);
    assertThatThrownBy(() -> read(file)).hasMessageContaining("column n is encoded as DELTA_BINARY_PACKED");
  }

  @Test
  void aBombIsToldFromDamage() throws IOException {
    Path file = folder.resolve("f.parquet");
    new RowsInMemory(List.of("a"), List.of(List.of("x".repeat(5_000_000)))).write(file);
    assertThatThrownBy(() -> ParquetRows.readAnyTypes(file, new ReadLimits(1_000_000, 10), new Collecting()))
        .isInstanceOfSatisfying(UnreadableParquetException.class, refused -> assertThat(refused.isTooLarge()).isTrue());
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 600));
    assertThatThrownBy(() -> ParquetRows.readAnyTypes(file, ReadLimits.GENEROUS, new Collecting()))
        .isInstanceOfSatisfying(UnreadableParquetException.class, refused -> assertThat(refused.isTooLarge()).isFalse());
  }

  @Test
  void apachesFilesAreReadOrRefusedWithAReason() throws IOException {
    Map<String, Integer> rows = new TreeMap<>();
    try (Stream<Path> files = Files.walk(RecordedData.folder("messy/parquet-testing"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        try {
          rows.put(file.getFileName().toString(), read(file).rows().size());
        } catch (UnreadableParquetException refused) {
          assertThat(refused.getMessage()).hasSizeLessThan(400).hasLineCount(1);
        }
      }
    }
    assertThat(rows).containsEntry("alltypes_plain.snappy.parquet", 2).containsEntry("nested_maps.snappy.parquet", 6)
        .containsEntry("concatenated_gzip_members.parquet", 513).containsEntry("list_columns.parquet", 3)
        .containsEntry("alltypes_dictionary.parquet", 2).containsEntry("int64_decimal.parquet", 24)
        .doesNotContainKey("datapage_v1-corrupt-checksum.parquet");
  }

  private static RowsInMemory read(Path file) throws IOException {
    Collecting rows = new Collecting();
    ParquetRows.readAnyTypes(file, ReadLimits.GENEROUS, rows);
    return new RowsInMemory(rows.columns, rows.rows);
  }

  private static final class Collecting implements RowVisitor {
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> columns = List.of();

    @Override
    public void columns(List<String> names) {
      columns = names;
    }

    @Override
    public void row(Row row) {
      String[] values = new String[row.width()];
      Arrays.setAll(values, row::value);
      rows.add(Arrays.asList(values));
    }
  }
}
