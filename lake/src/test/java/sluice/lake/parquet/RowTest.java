package sluice.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowTest {
  private static final RowsInMemory TABLE = new RowsInMemory(List.of("a", "b"),
      List.of(Arrays.asList("Łódź", null), Arrays.asList(null, ""), List.of("Łódź", "x")));

  @TempDir Path folder;

  @Test
  void givesItsValuesAsTextAndAsBytes() throws IOException {
    visit(row -> {
      assertThat(row.width()).isEqualTo(2);
      if (row.number() == 1) {
        assertThat(row.value(0)).isEqualTo("Łódź");
        assertThat(new String(row.array(0), row.offset(0), row.length(0), StandardCharsets.UTF_8)).isEqualTo("Łódź");
        assertThat(row.isNull(1)).isTrue();
        assertThat(row.value(1)).isNull();
        assertThat(row.array(1)).isNull();
      }
      if (row.number() == 2) {
        assertThat(row.isNull(0)).isTrue();
        assertThat(row.value(1)).isEmpty();
      }
    });
  }

  @Test
  void copiesIntoAnyColumnOfAnotherFileAndLeavesNullsNull() throws IOException {
    Path target = folder.resolve("target.parquet");
    byte[] number = new byte[1];
    try (ParquetRowSink sink = new ParquetRowSink(target, List.of("b", "n", "a"))) {
      visit(row -> {
        row.copy(0, sink, 2);
        row.copy(1, sink, 0);
        number[0] = (byte) ('0' + row.number());
        sink.add(1, number, 0, 1);
        sink.endRow();
      });
    }
    assertThat(RowsInMemory.read(target).rows()).containsExactly(
        Arrays.asList(null, "1", "Łódź"), Arrays.asList("", "2", null), List.of("x", "3", "Łódź"));
  }

  private void visit(Visit visit) throws IOException {
    Path file = folder.resolve("source.parquet");
    TABLE.write(file);
    ParquetRows.read(file, new RowVisitor() {
      @Override
      public void columns(List<String> names) {
        assertThat(names).containsExactly("a", "b");
      }

      @Override
      public void row(Row row) throws IOException {
        visit.row(row);
      }
    });
  }

  private interface Visit {
    void row(Row row) throws IOException;
  }
}
