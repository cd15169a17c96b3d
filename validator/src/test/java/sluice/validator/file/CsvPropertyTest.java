package sluice.validator.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Format;

/** Whatever a plain writer of CSV writes is read back the same, in every dialect and across every edge of the window. */
class CsvPropertyTest {
  private static final String[] PIECES = {"a", "Łódź", "\uD83D\uDE00", "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", " ", "NULL", "x".repeat(50), "'", ""};

  @TempDir Path folder;

  @Test
  void readsBackWhatWasWritten() throws IOException {
    Desk desk = new Desk(folder);
    // The smallest window there is, so that most rows meet its edge.
    desk.limits = new Limits(1 << 10, 1 << 10, 100, 1 << 30, 400, 1_000_000, 1 << 20, 1 << 10, new byte[0]);
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      char delimiter = ",;\t|".charAt(random.nextInt(4));
      String lineEnd = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
      boolean header = random.nextBoolean();
      Format.Csv dialect = new Format.Csv(delimiter, Optional.of('"'), header, List.of("", "NULL"), false, false);
      Contract contract = Desk.contract(dialect, "id string", "a string", "b string");
      List<List<String>> rows = rows(random);
      String text = (random.nextBoolean() ? "\ufeff" : "") + (header ? String.join("" + delimiter, contract.columnNames()) + lineEnd : "")
          + text(rows, random, delimiter, lineEnd);
      Judgement judgement = desk.judge(contract, "a.csv", random.nextBoolean() ? text.getBytes(StandardCharsets.UTF_8) : Desk.gzip(text.getBytes(StandardCharsets.UTF_8)));
      assertThat(judgement).as("seed %d", seed).isInstanceOfSatisfying(Judgement.RowsJudged.class,
          judged -> assertThat(judged.quarantined() + judged.duplicates()).isZero());
      assertThat(desk.accepted(3)).as("seed %d", seed).isEqualTo(rows);
    }
  }

  @Test
  void noBytesCrashOrHangIt() throws IOException {
    Desk desk = new Desk(folder);
    Limits limits = new Limits(1 << 10, 100, 10, 1 << 20, 400, 10_000, 1 << 16, 64, new byte[0]);
    byte[] alphabet = "\"\",,\n\r\n1a{}[]:\\u00".getBytes(StandardCharsets.UTF_8);
    List<Format> formats = List.of(Format.Csv.STANDARD, new Format.Csv(',', Optional.empty(), false, List.of(), true, true), new Format.JsonLines(), new Format.JsonArray());
    for (int seed = 0; seed < 1_200; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[random.nextInt(3_000)];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = random.nextInt(200) == 0 ? (byte) random.nextInt() : alphabet[random.nextInt(alphabet.length)];
      }
      Format format = formats.get(seed % formats.size());
      Contract contract = Desk.contract(format, "id string", "a int");
      String name = "a" + format.suffixes().getFirst();
      desk.limits = limits;
      Judgement judgement = desk.judge(contract, name, bytes);
      desk.limits = limits.withMemoryForUniqueness(0); // so that every row is read twice
      assertThat(desk.judge(contract, name, bytes)).as("seed %d", seed).isEqualTo(judgement);
    }
  }

  private static List<List<String>> rows(Random random) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < 1 + random.nextInt(40); row++) {
      rows.add(Arrays.asList("k" + row, value(random), value(random)));
    }
    return rows;
  }

  private static String value(Random random) {
    if (random.nextInt(5) == 0) {
      return null;
    }
    StringBuilder value = new StringBuilder();
    for (int piece = random.nextInt(5); piece > 0; piece--) {
      value.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return value.toString();
  }

  private static String text(List<List<String>> rows, Random random, char delimiter, String lineEnd) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        text.append(column == 0 ? "" : "" + delimiter).append(field(row.get(column), random, delimiter));
      }
      text.append(lineEnd);
    }
    // The last line may end with the file.
    return random.nextBoolean() ? text.toString() : text.substring(0, text.length() - lineEnd.length());
  }

  private static String field(String value, Random random, char delimiter) {
    if (value == null) {
      return random.nextBoolean() ? "" : "NULL";
    }
    boolean quoted = value.isEmpty() || value.equals("NULL") || value.chars().anyMatch(sign -> sign == delimiter || "\"\r\n".indexOf(sign) >= 0);
    return quoted || random.nextInt(4) == 0 ? '"' + value.replace("\"", "\"\"") + '"' : value;
  }
}
