package sluice.local.sites.rates;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The central bank's wide file (a day a line, a currency a column) as long rows; N/A and the unnamed last column are left out. */
public final class RecordedRates implements RateHistory {
  private final Path file;

  public RecordedRates(Path file) {
    this.file = file;
  }

  @Override
  public Stream<Rate> rows() {
    try {
      BufferedReader in = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
      String[] header = in.readLine().split(",");
      if (!header[0].equals("Date")) {
        throw new IllegalArgumentException(file + ": expected the first column Date, found " + header[0]);
      }
      return in.lines().flatMap(line -> day(header, line.split(","))).onClose(() -> close(in));
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }

  private static Stream<Rate> day(String[] header, String[] cells) {
    return IntStream.range(1, Math.min(header.length, cells.length))
        .filter(i -> !header[i].isBlank() && !cells[i].isBlank() && !cells[i].equals("N/A"))
        .mapToObj(i -> new Rate(cells[0], "EUR", header[i], cells[i]));
  }

  private static void close(BufferedReader in) {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
