package sluice.validator.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Drift;
import sluice.lake.contract.Format;
import sluice.lake.contract.Lineage;
import sluice.lake.contract.LogicalType;
import sluice.lake.contract.Pii;
import sluice.lake.parquet.RowsInMemory;
import sluice.validator.Reason;
import sluice.validator.file.unique.FingerprintFile;
import sluice.validator.file.write.RefusedFile;

class FileGateTest {
  private static final Contract CSV = Desk.contract(Format.Csv.STANDARD, "id string", "n int", "text string");
  private static final Contract LINES = Desk.contract(new Format.JsonLines(), "id string", "n int", "data json");
  private static final Contract ARRAY = Desk.contract(new Format.JsonArray(), "id string", "n int", "data json");

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void lay() {
    desk = new Desk(folder);
  }

  @Test
  void everyRowEndsInOnePlaceAndCarriesItsLineage() throws IOException {
    Judgement.RowsJudged judged = desk.rows(CSV, "a.csv", "id,n,text\n1,5,x\n2,n/a,y\n1,5,x\n3,,\"\"\n");
    assertThat(judged.read()).isEqualTo(4);
    assertThat(judged.accepted()).isEqualTo(2);
    assertThat(judged.reasons()).isEqualTo(Map.of(Reason.WRONG_TYPE, 1L));
    assertThat(judged.duplicates()).isEqualTo(1);
    RowsInMemory accepted = desk.accepted();
    assertThat(accepted.columns()).isEqualTo(CSV.validatedColumns());
    assertThat(accepted.rows().get(1)).containsExactly("3", null, "", null, "run-1", "2026-11-21T06:00:00Z", "s3://landing/orders/rows", "v7", "4", "3");
    assertThat(desk.refused().columns()).isEqualTo(RefusedFile.COLUMNS);
    assertThat(desk.refused().rows().getFirst()).containsExactly("wrong_type", "type int", "n", "expected int, found \"n/a\"", "2,n/a,y", "utf-8", "2",
        "3", "run-1", "2026-11-21T06:00:00Z", "s3://landing/orders/rows", "v7", "3");
    assertThat(judged.output().bytes()).isEqualTo(Files.size(desk.outputs().accepted()));
  }

  @Test
  void anObjectWithoutAcceptedRowsLeavesNoAcceptedFile() throws IOException {
    assertThat(desk.rows(CSV, "a.csv", "id,n,text\n1,x,y\n").accepted()).isZero();
    assertThat(desk.outputs().accepted()).doesNotExist();
    assertThat(desk.outputs().fingerprints()).doesNotExist();
    desk.judge(CSV, "a.csv", "id,n,text\n1,5,\"y\n");
    assertThat(desk.outputs().refused()).as("what an earlier judgement left").doesNotExist();
  }

  @Test
  void theSameKeyWithOtherContentIsANewVersion() throws IOException {
    assertThat(desk.rows(CSV, "a.csv", "id,n,text\n1,5,x\n1,6,x\n").accepted()).isEqualTo(2);
    // Null and the empty text, or a text that moved to the next column, are other contents.
    assertThat(desk.rows(CSV, "a.csv", "id,n,text\n1,5,\n1,5,\"\"\n1,,5\n").accepted()).isEqualTo(3);
  }

  @Test
  void rowsThatWereSeenAreNotWrittenAgain() throws IOException {
    desk.rows(CSV, "a.csv", "id,n,text\n1,5,x\n2,5,x\n");
    Path kept = Files.move(desk.outputs().fingerprints(), folder.resolve("kept"));
    desk.seen = new FingerprintFile(kept);
    Judgement.RowsJudged judged = desk.rows(CSV, "b.csv", "text,id,n\nx,2,5\nx,3,5\n");
    assertThat(judged.duplicates()).isEqualTo(1);
    assertThat(desk.accepted(3)).containsExactly(List.of("3", "5", "x"));
  }

  @Test
  void spilledOrNotTheBytesAreTheSame() throws IOException {
    Random random = new Random(5);
    StringBuilder text = new StringBuilder("id,n,text\n");
    for (int row = 0; row < 20_000; row++) {
      text.append(random.nextInt(9_000)).append(',').append(random.nextInt(100) == 0 ? "x" : random.nextInt(2)).append(",t\n");
    }
    Judgement judged = desk.judge(CSV, "a.csv", text.toString());
    byte[] accepted = Files.readAllBytes(desk.outputs().accepted());
    byte[] refused = Files.readAllBytes(desk.outputs().refused());
    byte[] fingerprints = Files.readAllBytes(desk.outputs().fingerprints());
    for (long memory : new long[] {0, 2_000, 300_000, 64 << 20}) {
      desk.limits = Limits.STANDARD.withMemoryForUniqueness(memory);
      assertThat(desk.judge(CSV, "a.csv", text.toString())).as("%d bytes", memory).isEqualTo(judged);
      assertThat(Files.readAllBytes(desk.outputs().accepted())).isEqualTo(accepted);
      assertThat(Files.readAllBytes(desk.outputs().refused())).isEqualTo(refused);
      assertThat(Files.readAllBytes(desk.outputs().fingerprints())).isEqualTo(fingerprints);
    }
    assertThat(((Judgement.RowsJudged) judged).duplicates()).isGreaterThan(2_000);
  }

  /** Without memory for telling repeated rows each of them waits for the second reading. */
  @Test
  void theSecondReadingDoesWithARowWhatTheFirstDid() throws IOException {
    Contract coercing = Desk.contract(Format.Csv.STANDARD, Desk.drift(Drift.Kind.TYPE_CHANGE, Drift.Action.COERCE), CSV.columns());
    Contract parquet = Desk.contract(new Format.Parquet(), "id string", "n int");
    Path rows = folder.resolve("rows.parquet");
    new RowsInMemory(List.of("id", "n", "more"), List.of(List.of("1", "5", "x"), List.of("1", "5", "x"), List.of("2", "6", "y"))).write(rows);
    String csv = "id,n,text,more\n1,x,t,u\n2,5,t,\n1,x,t,u\n2,5,\"t\",\n3,y,t,v\n";
    String lines = "{\"id\":1,\"z\":2}\n{\"id\":1,\"z\":2}\n{\"data\":[1],\"id\":2}\n";
    assertSameWhenRowsWait(coercing, "a.csv", csv.getBytes(StandardCharsets.UTF_8));
    assertSameWhenRowsWait(coercing, "a.csv.gz", Desk.gzip(csv.getBytes(StandardCharsets.UTF_8)));
    assertSameWhenRowsWait(LINES, "a.jsonl", lines.getBytes(StandardCharsets.UTF_8));
    assertSameWhenRowsWait(ARRAY, "a.json", "[{\"id\":1},{\"id\":1},{\"id\":2,\"z\":{\"y\":null}}]".getBytes(StandardCharsets.UTF_8));
    assertSameWhenRowsWait(parquet, "a.parquet", Files.readAllBytes(rows));
    assertSameWhenRowsWait(parquet, "a.parquet.gz", Desk.gzip(Files.readAllBytes(rows)));
  }

  private void assertSameWhenRowsWait(Contract contract, String name, byte[] bytes) throws IOException {
    desk.limits = Limits.STANDARD;
    Judgement judged = desk.judge(contract, name, bytes);
    List<List<String>> accepted = desk.accepted().rows();
    desk.limits = Limits.STANDARD.withMemoryForUniqueness(0);
    assertThat(desk.judge(contract, name, bytes)).as(name).isEqualTo(judged);
    assertThat(desk.accepted().rows()).as(name).isEqualTo(accepted);
    assertThat(judged).isInstanceOfSatisfying(Judgement.RowsJudged.class, found -> {
      assertThat(found.accepted()).isGreaterThan(1);
      assertThat(found.duplicates()).isPositive();
    });
  }

  @Test
  void personalValuesAreTreatedInWhatIsAccepted() throws IOException {
    Contract contract = Desk.contract(Format.Csv.STANDARD, Drift.STANDARD, List.of(Desk.column("id string", Pii.HASH), Desk.column("name string", Pii.MASK),
        Desk.column("mail string", Pii.DROP), Desk.column("age int", Pii.MASK)));
    assertThatThrownBy(() -> desk.judge(contract, "a.csv", "id,name,mail,age\n")).hasMessage("the contract hashes a column, but the limits name no salt");
    desk.limits = Limits.STANDARD.withSalt("pepper".getBytes(StandardCharsets.UTF_8));
    desk.rows(contract, "a.csv", "id,name,mail,age\n7,Łukasz Żak,x@y.pl,41\n8,Ola,,\n9,Jan,z,secret\n");
    assertThat(desk.accepted(4)).satisfiesExactly(
        row -> assertThat(row.subList(1, 4)).containsExactly("Ł********k", null, "**"),
        row -> assertThat(row.subList(1, 4)).containsExactly("***", null, null));
    assertThat(desk.accepted(1).getFirst().getFirst()).matches("[0-9a-f]{64}").isNotEqualTo(desk.accepted(1).getLast().getFirst());
    assertThat(desk.refused().rows().getFirst().get(3)).as("a detail never repeats a personal value").isEqualTo("expected int");
  }

  @Test
  void unlistedFieldsAreKept() throws IOException {
    desk.rows(CSV, "a.csv", "id,colour,n,shape\n1,\"re\"\"d\",5,\n2,,5,\n");
    assertThat(desk.accepted(4)).containsExactly(Arrays.asList("1", "5", null, "{\"colour\":\"re\\\"d\"}"), Arrays.asList("2", "5", null, null));
    desk.rows(LINES, "a.jsonl", "{\"id\":1,\"x\":{\"a\": [1.0]},\"y\":null,\"é\":\"\\u0041\"}\n");
    assertThat(desk.accepted(4)).containsExactly(Arrays.asList("1", null, null, "{\"x\":{\"a\": [1.0]},\"y\":null,\"é\":\"\\u0041\"}"));
  }

  @Test
  void jsonKeepsNumbersAndNestedValuesAsTheyStand() throws IOException {
    String row = "{\"id\":\"a\\u0142\\n\",\"n\":7,\"data\":{\"a\" : 1.50 , \"b\":[ ]}}";
    for (Contract contract : List.of(LINES, ARRAY)) {
      String text = contract == LINES ? "\n" + row + "\r\n" : " [ " + row + " ] ";
      desk.rows(contract, contract == LINES ? "a.ndjson" : "a.json", text);
      assertThat(desk.accepted(3)).containsExactly(List.of("ał\n", "7", "{\"a\" : 1.50 , \"b\":[ ]}"));
    }
  }

  @Test
  void driftIsTreatedAsTheContractSays() throws IOException {
    String text = "id,n,text\n1,x,y\n";
    assertThat(desk.rows(with(Drift.Kind.TYPE_CHANGE, Drift.Action.ACCEPT), "a.csv", text).accepted()).isEqualTo(1);
    assertThat(desk.accepted(2)).containsExactly(List.of("1", "x"));
    assertThat(desk.rows(with(Drift.Kind.TYPE_CHANGE, Drift.Action.COERCE), "a.csv", text).accepted()).isEqualTo(1);
    assertThat(desk.accepted(2)).containsExactly(Arrays.asList("1", null));
    assertThat(desk.judge(with(Drift.Kind.TYPE_CHANGE, Drift.Action.QUARANTINE_OBJECT), "a.csv", text))
        .isEqualTo(new Judgement.ObjectRefused(Reason.WRONG_TYPE, "row 1, column n: expected int, found \"x\"", 1));
    assertThat(desk.judge(with(Drift.Kind.TYPE_CHANGE, Drift.Action.FAIL), "a.csv", text))
        .isEqualTo(new Judgement.Stop(Reason.WRONG_TYPE, "row 1, column n: expected int, found \"x\"", 1));
    assertThat(desk.rows(with(Drift.Kind.NEW_COLUMN, Drift.Action.QUARANTINE_ROW), "a.csv", "id,n,text,z\n1,5,,\n2,5,,q\n").reasons())
        .isEqualTo(Map.of(Reason.NEW_COLUMN, 1L));
    assertThat(desk.judge(with(Drift.Kind.MISSING_OPTIONAL_COLUMN, Drift.Action.QUARANTINE_OBJECT), "a.csv", "id,n\n1,5\n"))
        .isInstanceOfSatisfying(Judgement.ObjectRefused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.MISSING_OPTIONAL_COLUMN));
  }

  private static Contract with(Drift.Kind kind, Drift.Action action) {
    return Desk.contract(Format.Csv.STANDARD, Desk.drift(kind, action), CSV.columns());
  }

  @Test
  void gzipIsUnpackedWhateverItsNameAndAllItsMembers() throws IOException {
    byte[] one = Desk.gzip("id,n,text\n1,5,x\n".getBytes(StandardCharsets.UTF_8));
    byte[] two = Desk.gzip("2,5,y\n".getBytes(StandardCharsets.UTF_8));
    byte[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    for (String name : List.of("a.csv.gz", "A.CSV")) {
      assertThat(((Judgement.RowsJudged) desk.judge(CSV, name, both)).accepted()).isEqualTo(2);
    }
    assertRefused("a.csv.gz", Arrays.copyOf(both, both.length - 3), Reason.UNREADABLE_OBJECT, "it ends before its end");
    both[both.length - 6] ^= 1;
    assertRefused("a.csv.gz", both, Reason.UNREADABLE_OBJECT, "its check sum is wrong");
    assertRefused("a.csv.gz", Arrays.copyOf(one, one.length + 5), Reason.UNREADABLE_OBJECT, "what follows its last member is no gzip");
    assertRefused("a.csv.gz", "id\n".getBytes(StandardCharsets.UTF_8), Reason.NOT_THE_FORMAT, "not gzip");
    assertRefused("a.csv", Desk.gzip(one), Reason.NOT_THE_FORMAT, "gzip inside gzip");
  }

  @Test
  void anExtractorsParquetKeepsItsUnlistedFields() throws IOException {
    Contract contract = Desk.contract(Format.Csv.STANDARD, "id string", "n int");
    Path raw = folder.resolve("raw.parquet");
    new RowsInMemory(contract.rawColumns(), List.of(Arrays.asList("1", "5", "{\"z\":1}"), Arrays.asList("2", "x", null))).write(raw);
    desk.maker = Input.Maker.EXTRACTOR;
    Judgement judged = desk.judge(contract, "part-00000.parquet", raw);
    assertThat(judged).isInstanceOfSatisfying(Judgement.RowsJudged.class, rows -> assertThat(rows.reasons()).isEqualTo(Map.of(Reason.WRONG_TYPE, 1L)));
    assertThat(desk.accepted(3)).containsExactly(List.of("1", "5", "{\"z\":1}"));
    assertThat(desk.refused().rows().getFirst().subList(4, 8)).containsExactly("{\"id\":\"2\",\"n\":\"x\"}", "utf-8", "2", null);
  }

  @Test
  void refusedBytesAreKeptAsTheyStood() throws IOException {
    byte[] latin = "id,n,text\n1,5,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    desk.judge(CSV, "a.csv", latin);
    assertThat(desk.refused().rows().getFirst().subList(4, 6)).containsExactly("MSw1LOk=", "base64");
    desk.judge(CSV, "a.csv", "id,n,text\n1,x," + "é".repeat(40_000) + "\n");
    List<String> row = desk.refused().rows().getFirst();
    assertThat(row.get(5)).isEqualTo("utf-8 cut");
    assertThat(row.get(4)).startsWith("1,x,é").endsWith("é").hasSizeBetween(32_000, 33_000);
  }

  @Test
  void aHeaderOfOneEmptyFileOrNoRowsIsEmpty() throws IOException {
    for (String text : List.of("", "\n\n", "id,n,text\n", "\ufeff")) {
      assertThat(desk.judge(CSV, "a.csv", text)).isInstanceOfSatisfying(Judgement.ObjectRefused.class,
          refused -> assertThat(refused.reason()).isEqualTo(Reason.EMPTY_OBJECT));
    }
    assertThat(desk.judge(ARRAY, "a.json", "[]")).isEqualTo(new Judgement.ObjectRefused(Reason.EMPTY_OBJECT, "the object has no rows", 0));
  }

  @Test
  void aRequiredFieldThatNoRowHasRefusesTheObject() throws IOException {
    Contract contract = Desk.contract(new Format.JsonLines(), Drift.STANDARD, List.of(Desk.column("id string"),
        new Column("n", "n", LogicalType.parse("int"), true, false, List.of(), Optional.empty(), Pii.KEEP, "")));
    assertThat(desk.judge(contract, "a.jsonl", "{\"id\":1}\n{\"id\":2}\n"))
        .isEqualTo(new Judgement.ObjectRefused(Reason.MISSING_REQUIRED_COLUMN, "no row has [n]", 2));
    assertThat(desk.rows(contract, "a.jsonl", "{\"id\":1}\n{\"id\":2,\"n\":3}\n").reasons()).isEqualTo(Map.of(Reason.VALUE_MISSING, 1L));
  }

  private void assertRefused(String name, byte[] bytes, Reason reason, String detail) throws IOException {
    assertThat(desk.judge(CSV, name, bytes)).isInstanceOfSatisfying(Judgement.ObjectRefused.class, refused -> {
      assertThat(refused.reason()).isEqualTo(reason);
      assertThat(refused.detail()).contains(detail);
    });
  }
}
