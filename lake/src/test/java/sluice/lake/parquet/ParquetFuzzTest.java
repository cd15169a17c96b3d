package sluice.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of random shape go both ways between us and the reference unchanged; a seed that fails is a test of its own. */
class ParquetFuzzTest {
  private static final String SIGNS = "aZ09 \u0000\n\"\\łżü漢🚀";

  @TempDir Path folder;

  static IntStream seeds() {
    return IntStream.range(0, 30);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anyTableGoesBothWays(int seed) throws IOException {
    Random random = new Random(seed);
    RowsInMemory table = table(random);
    Path ours = folder.resolve("ours.parquet");
    Path theirs = folder.resolve("theirs.parquet");
    try (ParquetRowSink sink = new ParquetRowSink(ours, table.columns(), 20_000 + random.nextInt(200_000))) {
      for (List<String> row : table.rows()) {
        RowsInMemory.add(sink, row);
      }
      assertThat(sink.rows()).isEqualTo(table.rows().size());
    }
    AvroReference.write(table, theirs, WriterVersion.PARQUET_1_0, 100_000);
    assertThat(AvroReference.read(ours).equals(table)).as("the reference reads ours").isTrue();
    assertThat(RowsInMemory.read(theirs).equals(table)).as("we read the reference's").isTrue();
    assertThat(RowsInMemory.read(ours).equals(table)).as("we read ours").isTrue();
  }

  private static RowsInMemory table(Random random) {
    int width = 1 + random.nextInt(6);
    int rows = random.nextInt(random.nextBoolean() ? 50 : 3_000);
    int[] nulls = random.ints(width, 0, 11).toArray();
    int[] different = random.ints(width, 1, 5_000).toArray();
    int[] longest = random.ints(width, 1, 60).toArray();
    List<List<String>> made = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      String[] values = new String[width];
      Arrays.setAll(values, column -> random.nextInt(10) < nulls[column]
          ? null : text(new Random(random.nextInt(different[column])), longest[column]));
      made.add(Arrays.asList(values));
    }
    return new RowsInMemory(IntStream.range(0, width).mapToObj(column -> "c" + column).toList(), made);
  }

  private static String text(Random random, int longest) {
    int[] signs = SIGNS.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    random.ints(random.nextInt(longest), 0, signs.length).forEach(sign -> text.appendCodePoint(signs[sign]));
    return text.toString();
  }
}
