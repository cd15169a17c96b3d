package sluice.validator.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Drift;
import sluice.lake.contract.Format;
import sluice.lake.contract.LogicalType;
import sluice.lake.contract.Pii;
import sluice.lake.parquet.RowsInMemory;
import sluice.validator.Reason;

/** Files that are made to break a reader end with a reason, soon and in little memory. */
@Timeout(60)
class HostileFilesTest {
  private static final Contract CSV = Desk.contract(Format.Csv.STANDARD, "id string", "n double", "d decimal(10,2)", "j json");
  private static final Contract LINES = Desk.contract(new Format.JsonLines(), "id string", "n double", "d decimal(10,2)", "j json");

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void lay() {
    desk = new Desk(folder);
  }

  @Test
  void aGzipBombEndsAtItsRatioAndAtTheLimit() throws IOException {
    Path bomb = folder.resolve("bomb");
    byte[] lines = "1,,,\n".repeat(200_000).getBytes(StandardCharsets.US_ASCII);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
      out.write("id,n,d,j\n".getBytes(StandardCharsets.US_ASCII));
      for (int round = 0; round < 100; round++) {
        out.write(lines);
      }
    }
    assertRefused(desk.judge(CSV, "a.csv.gz", bomb), Reason.TOO_LARGE_INSIDE, "more than 400 times its size");
    desk.limits = new Limits(1 << 20, 1 << 20, 100, 5_000_000, 2_000, 1_000_000_000, 1 << 20, 1 << 10, new byte[0]);
    assertRefused(desk.judge(CSV, "a.csv.gz", bomb), Reason.TOO_LARGE_INSIDE, "more than 5000000 bytes");
  }

  @Test
  void aParquetBombEndsAtTheLimit() throws IOException {
    Contract contract = Desk.contract(new Format.Parquet(), "id string");
    Path bomb = folder.resolve("bomb.parquet");
    new RowsInMemory(List.of("id"), List.of(List.of("x".repeat(50_000_000)))).write(bomb);
    desk.limits = new Limits(1 << 20, 1 << 20, 100, 1_000_000, 2_000, 1_000, 1 << 20, 1 << 10, new byte[0]);
    assertRefused(desk.judge(contract, "a.parquet", bomb), Reason.TOO_LARGE_INSIDE, "decodes to more than 1000000 bytes");
    byte[] broken = Files.readAllBytes(bomb);
    Arrays.fill(broken, broken.length - 12, broken.length - 8, (byte) 0xff);
    assertRefused(desk.judge(contract, "a.parquet", broken), Reason.UNREADABLE_OBJECT, "");
    assertRefused(desk.judge(contract, "a.parquet", "PAR1PAR1"), Reason.UNREADABLE_OBJECT, "too short");
  }

  @Test
  void aFieldOfAHundredMegabytesSpoilsOnlyItsRow() throws IOException {
    Path file = folder.resolve("long.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write("id,n,d,j\n1,,,\n2,,,\"".getBytes(StandardCharsets.US_ASCII));
      byte[] piece = "0123456\"\"9\n".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
      for (int round = 0; round < 91; round++) {
        out.write(piece);
      }
      out.write("\"\n3,,,\n".getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(desk.judge(CSV, "a.csv", file)).isInstanceOfSatisfying(Judgement.RowsJudged.class, judged -> {
      assertThat(judged.accepted()).isEqualTo(2);
      assertThat(judged.reasons()).isEqualTo(Map.of(Reason.VALUE_TOO_LONG, 1L));
    });
    List<String> row = desk.refused().rows().getFirst();
    assertThat(row.get(4)).hasSize(64 << 10).startsWith("2,,,\"0123456");
    assertThat(row.subList(5, 8)).containsExactly("utf-8 cut", "2", "3");
  }

  @Test
  void aHundredThousandBracketsSpoilOnlyTheirRow() throws IOException {
    String deep = "{\"id\":\"2\",\"j\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}\n";
    for (String bad : List.of(deep, deep.replace("j", "unlisted"), "[".repeat(100_000) + "\n", "{\"id\":".repeat(50_000) + "\n")) {
      Judgement.RowsJudged judged = desk.rows(LINES, "a.jsonl", "{\"id\":\"1\"}\n" + bad + "{\"id\":\"3\"}\n");
      assertThat(judged.accepted()).isEqualTo(2);
      assertThat(judged.quarantined()).isEqualTo(1);
    }
    assertRefused(desk.judge(Desk.contract(new Format.JsonArray(), "id string"), "a.json", "[".repeat(1_000_000)), Reason.INVALID_JSON, "ends inside");
  }

  @Test
  void hugeNumbersCostNothing() throws IOException {
    String rows = "{\"id\":\"1\",\"n\":1e999999999}\n{\"id\":\"2\",\"d\":1e999999999}\n{\"id\":\"3\",\"d\":" + "9".repeat(1_000_000) + "}\n"
        + "{\"id\":\"4\",\"n\":1e-999999999,\"j\":[1e999999999]}\n{\"id\":\"5\",\"n\":" + "9".repeat(1_000_000) + "}\n";
    Judgement.RowsJudged judged = desk.rows(LINES, "a.jsonl", rows);
    assertThat(judged.reasons()).isEqualTo(Map.of(Reason.NUMBER_TOO_BIG, 3L, Reason.WRONG_TYPE, 1L));
    assertThat(judged.accepted()).isEqualTo(1);
  }

  @Test
  void aPatternThatRunsForYearsDoesNotMatch() throws IOException {
    Column column = new Column("id", "id", LogicalType.STRING, true, false, List.of(), Optional.of("(a+)+|(b|c)*"), Pii.KEEP, "");
    Contract contract = Desk.contract(Format.Csv.STANDARD, Drift.STANDARD, List.of(column, Desk.column("n int")));
    Judgement.RowsJudged judged = desk.rows(contract, "a.csv", "id,n\n" + "a".repeat(60) + "!,\n" + "bc".repeat(200_000) + "!,\naaa,\n");
    assertThat(judged.reasons()).isEqualTo(Map.of(Reason.PATTERN_MISMATCH, 2L));
    assertThat(judged.accepted()).isEqualTo(1);
  }

  @Test
  void wideTextIsNamed() throws IOException {
    for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE")) {
      assertRefused(desk.judge(CSV, "a.csv", "id,n,d,j\n1,,,\n".getBytes(charset)), Reason.WRONG_ENCODING, charset.substring(0, 6));
    }
    assertRefused(desk.judge(CSV, "a.csv", "id,n\0,d,j\n1,,,\n"), Reason.WRONG_ENCODING, "the byte 0");
  }

  private static void assertRefused(Judgement judgement, Reason reason, String detail) {
    assertThat(judgement).isInstanceOfSatisfying(Judgement.ObjectRefused.class, refused -> {
      assertThat(refused.reason()).isEqualTo(reason);
      assertThat(refused.detail()).contains(detail);
    });
  }
}
