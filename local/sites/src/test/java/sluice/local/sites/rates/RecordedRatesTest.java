package sluice.local.sites.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedRatesTest {
  @TempDir Path folder;

  @Test
  void turnsTheWideFileIntoLongRowsAndLeavesOutWhatIsNoRate() throws IOException {
    Path file = file("Date,USD,BGN,PLN,\n2026-01-05,1.05,N/A,4.2,\n2026-01-02,1.04,1.9558,,\n");
    try (Stream<Rate> rows = new RecordedRates(file).rows()) {
      assertThat(rows).containsExactly(new Rate("2026-01-05", "EUR", "USD", "1.05"), new Rate("2026-01-05", "EUR", "PLN", "4.2"),
          new Rate("2026-01-02", "EUR", "USD", "1.04"), new Rate("2026-01-02", "EUR", "BGN", "1.9558"));
    }
  }

  @Test
  void anotherFileIsRefused() throws IOException {
    Path file = file("Day;USD\n");
    assertThatThrownBy(() -> new RecordedRates(file).rows()).isInstanceOf(IllegalArgumentException.class)
        .hasMessage(file + ": expected the first column Date, found Day;USD");
  }

  private Path file(String text) throws IOException {
    Path file = folder.resolve("hist.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }
}
