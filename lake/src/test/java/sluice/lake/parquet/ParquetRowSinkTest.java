package sluice.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRowSinkTest {
  @TempDir Path folder;

  @Test
  void keepsNullsEmptyTextsAndOtherAlphabets() throws IOException {
    RowsInMemory rows = new RowsInMemory(List.of("a", "b"), List.of(
        Arrays.asList("x", null), Arrays.asList("", "Łódź 🚀"), Arrays.asList(null, null)));
    rows.write(folder.resolve("f.parquet"));
    assertThat(RowsInMemory.read(folder.resolve("f.parquet"))).isEqualTo(rows);
  }
}
