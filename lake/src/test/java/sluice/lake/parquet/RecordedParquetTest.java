package sluice.lake.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sluice.lake.RecordedData;

/** Apache's own collection of odd and broken files. */
class RecordedParquetTest {
  @Test
  void everyForeignFileEndsAsReadOrAsUnreadableWithAReason() throws IOException {
    Path folder = RecordedData.folder("messy/parquet-testing");
    List<String> reasons = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        RowsInMemory.read(file);
      } catch (UnreadableParquetException expected) {
        reasons.add(expected.getMessage());
      }
    }
    assertThat(reasons).isNotEmpty().allSatisfy(reason -> assertThat(reason).hasSizeLessThan(400).hasLineCount(1));
  }

  @Test
  void noBrokenFileIsReadAsIfItWereWhole() throws IOException {
    for (Path file : files(RecordedData.folder("messy/parquet-testing").resolve("bad_data"))) {
      assertThatCode(() -> RowsInMemory.read(file)).as("%s", file).isInstanceOf(UnreadableParquetException.class);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }
}
