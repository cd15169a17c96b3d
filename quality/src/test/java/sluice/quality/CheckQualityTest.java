package sluice.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.DatasetName;
import sluice.lake.RunId;
import sluice.lake.Slot;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Drift;
import sluice.lake.contract.Format;
import sluice.lake.contract.Load;
import sluice.lake.contract.LogicalType;
import sluice.lake.contract.Quality;
import sluice.lake.contract.Ruleset;
import sluice.lake.event.Emf;
import sluice.lake.event.EventLog;
import sluice.lake.parquet.ParquetRows;
import sluice.lake.parquet.Row;
import sluice.lake.parquet.RowVisitor;
import sluice.lake.store.ConflictException;
import sluice.lake.store.FolderObjectStore;
import sluice.lake.store.ObjectRef;
import sluice.quality.dqdl.Severity;
import sluice.quality.rules.Library;
import sluice.quality.rules.RuleBook;
import sluice.quality.sql.TableColumn;
import sluice.quality.sql.TableColumns;

class CheckQualityTest {
  private static final CheckQualityEvent EVENT =
      new CheckQualityEvent(new RunId("run-1"), LocalDate.parse("2026-11-21"), Instant.parse("2026-11-21T06:00:00Z"), Slot.GREEN,
          Map.of(new DatasetName("orders"), List.of(LocalDate.parse("2026-11-21"))));
  private static final String RESULTS = "dq-results/quality_results/ingest_date=2026-11-21/run_id=run-1/results.parquet";

  @TempDir Path root;
  private final FakeAthena athena = new FakeAthena();
  private final List<String> databases = new ArrayList<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void asksOneQueryForEachTable() {
    CheckQualityAnswer answer = check(library("Rules = [ RowCount > 0, IsUnique \"id\" ]", "", "Rules = [ RowCount > 0 ]", ""));
    assertThat(athena.asked).hasSize(2);
    assertThat(athena.asked.get(0)).startsWith(
        "WITH \"primary\" AS (SELECT * FROM \"sluice_validated\".\"orders\" WHERE \"ingest_date\" = '2026-11-21')");
    assertThat(athena.asked.get(1)).startsWith("WITH \"primary\" AS (SELECT * FROM \"sluice_green\".\"sales\")");
    assertThat(databases).containsExactly("sluice_validated", "sluice_green");
    assertThat(answer).isEqualTo(new CheckQualityAnswer(3, 3, 0, 0, List.of()));
  }

  @Test
  void asksOfEachDayThatWasDeliveredAndOfNoDatasetThatWasNot() {
    Library rules = library("Rules = [ RowCount > 5 ]", "", "Rules = [ RowCount > 0 ]", "");
    LocalDate replayed = LocalDate.parse("2026-10-01");
    CheckQualityAnswer answer = core(rules).check(new CheckQualityEvent(EVENT.runId(), EVENT.ingestDate(), EVENT.startedAt(), EVENT.slot(),
        Map.of(new DatasetName("orders"), List.of(replayed, EVENT.ingestDate()))));
    assertThat(athena.asked).hasSize(3);
    assertThat(athena.asked.get(0)).contains("\"ingest_date\" = '2026-10-01'");
    assertThat(answer.failures()).extracting(CheckQualityAnswer.Failure::table).containsExactly("validated.orders of 2026-10-01", "validated.orders");
    athena.asked.clear();
    assertThat(core(rules).check(new CheckQualityEvent(new RunId("run-2"), EVENT.ingestDate(), EVENT.startedAt(), EVENT.slot(), Map.of())).checked())
        .isEqualTo(1);
    assertThat(athena.asked).singleElement().asString().contains("sluice_green");
  }

  @Test
  void tellsTheRulesThatStopTheRunBeforeThoseThatOnlyWarn() {
    CheckQualityAnswer answer = check(library("", "Rules = [ RowCount > 5 ]", "Rules = [ RowCount > 7 ]", ""));
    assertThat(answer.checked()).isEqualTo(2);
    assertThat(answer.failed()).isEqualTo(1);
    assertThat(answer.warned()).isEqualTo(1);
    assertThat(answer.failures()).containsExactly(
        new CheckQualityAnswer.Failure("sales", "RowCount > 7", Severity.FAIL, "1", "> 7"),
        new CheckQualityAnswer.Failure("validated.orders", "RowCount > 5", Severity.WARN, "1", "> 5"));
  }

  @Test
  void asksEachRuleByItselfWhenTheQueryFailsSoThatOnlyTheGuiltyOneIsBlamed() {
    athena.refusing("sqrt", "no sqrt today");
    CheckQualityAnswer answer = check(library("", "", "Rules = [ RowCount > 0 ]",
        "Rules = [ CustomSql \"select sqrt(0) from primary\" = 0, IsComplete \"id\" ]"));
    assertThat(answer.passed()).isEqualTo(2);
    assertThat(answer.failed()).as("what cannot be evaluated is no warning").isEqualTo(1);
    assertThat(answer.failures()).singleElement().satisfies(failure -> {
      assertThat(failure.level()).isEqualTo(Severity.FAIL);
      assertThat(failure.actual()).isEqualTo("query q is FAILED: no sqrt today");
    });
  }

  @Test
  void treatsAQueryThatIsRefusedAtOnceLikeOneThatFailed() {
    athena.refusingAtOnce("sqrt", "not SQL");
    assertThat(check(library("", "", "Rules = [ RowCount > 0, CustomSql \"select sqrt(0) from primary\" = 0 ]", "")))
        .extracting(CheckQualityAnswer::passed, CheckQualityAnswer::failed).containsExactly(1, 1);
  }

  @Test
  void failsRulesOfAColumnOrATableThatIsNotThere() {
    assertThat(check(library("", "", "Rules = [ RowCount > 0, IsComplete \"price\" ]", "")).failures())
        .containsExactly(new CheckQualityAnswer.Failure("sales", "IsComplete \"price\"", Severity.FAIL, "there is no column \"price\"", null));
    Library unbuilt = new Library(Map.of(), List.of(new RuleBook.Built("nowhere", new Quality(Ruleset.NONE, new Ruleset("Rules = [ ColumnExists \"a\" ]", 1)))));
    assertThat(check(unbuilt, "run-2").failures())
        .containsExactly(new CheckQualityAnswer.Failure("nowhere", "ColumnExists \"a\"", Severity.FAIL, "there is no such table", null));
  }

  @Test
  void judgesColumnsWithoutAskingAthena() {
    assertThat(check(library("", "", "Rules = [ ColumnExists \"id\", ColumnExists \"price\" ]", "")))
        .extracting(CheckQualityAnswer::passed, CheckQualityAnswer::failed).containsExactly(1, 1);
    assertThat(athena.asked).isEmpty();
  }

  @Test
  void keepsARowForEachRule() throws Exception {
    check(library("", "Rules = [ RowCount > 5 ]", "Rules = [ IsComplete \"id\" ]", ""));
    assertThat(rows()).containsExactly(
        List.of("run-1", "validated.orders", "RowCount > 5", "warn", "failed", "Dataset.*.RowCount", "> 5", "1", "null", "null",
            "2026-11-21T06:00:00Z"),
        List.of("run-1", "sales", "IsComplete \"id\"", "fail", "passed", "Column.id.Completeness", "= 1", "1", "0", "1",
            "2026-11-21T06:00:00Z"));
  }

  @Test
  void repeatsItselfAndNeverContradictsItself() {
    Library rules = library("", "", "Rules = [ RowCount > 5 ]", "");
    assertThat(check(rules)).isEqualTo(check(rules));
    athena.answering("6");
    assertThatThrownBy(() -> check(rules)).isInstanceOf(ConflictException.class);
  }

  @Test
  void writesMetricsByDatasetAndALineForEachRuleThatIsNotMet() {
    check(library("", "", "Rules = [ RowCount > 5, RowCount > 0 ]", ""));
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .anyMatch(line -> line.contains("\"Namespace\":\"Sluice\"") && line.endsWith("\"dataset\":\"sales\",\"DQFailed\":1,\"DQPassed\":1}"))
        .anyMatch(line -> line.contains("\"event\":\"rule_not_met\"") && line.contains("\"rule\":\"RowCount > 5\""))
        .anyMatch(line -> line.contains("\"event\":\"quality_checked\"") && line.contains("\"failed\":1"));
  }

  @Test
  void answersFewRulesHoweverManyFail() {
    String many = "Rules = [ " + "RowCount > 5, ".repeat(40) + "CustomSql \"select " + "1 + ".repeat(400) + "1\" = 0 ]";
    CheckQualityAnswer answer = check(library("", "", many, ""));
    assertThat(answer.failed()).isEqualTo(41);
    assertThat(answer.failures()).hasSize(20);
  }

  @Test
  void speaksTheWorkflowsJson() throws Exception {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    new CheckQualityHandler(core(library("", "", "Rules = [ RowCount > 5 ]", ""))).handleRequest(new ByteArrayInputStream("""
        {"runId":"run-1","ingestDate":"2026-11-21","startedAt":"2026-11-21T06:00:00.000Z","slot":"green","delivered":{"orders":["2026-11-21"]}}""".getBytes(StandardCharsets.UTF_8)),
        answer, null);
    assertThat(answer.toString(StandardCharsets.UTF_8)).isEqualTo("""
        {"checked":1,"passed":0,"failed":1,"warned":0,"failures":[{"table":"sales","rule":"RowCount > 5","level":"fail","actual":"1","expected":"> 5"}]}""");
  }

  private CheckQualityAnswer check(Library library) {
    return check(library, "run-1");
  }

  private CheckQualityAnswer check(Library library, String runId) {
    return core(library).check(new CheckQualityEvent(new RunId(runId), EVENT.ingestDate(), EVENT.startedAt(), EVENT.slot(), EVENT.delivered()));
  }

  private CheckQuality core(Library library) {
    Clock clock = Clock.fixed(Instant.parse("2026-11-21T06:10:00Z"), ZoneOffset.UTC);
    PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new CheckQuality(library,
        (database, table) -> table.equals("sales") ? Optional.of(TableColumns.of(List.of(TableColumn.stored("id", "bigint")))) : Optional.empty(),
        database -> {
          databases.add(database);
          return athena;
        },
        new ResultsFile(new FolderObjectStore(root), "dq"), new EventLog(print, clock), new Emf(print, clock));
  }

  static Library library(String fail, String warn, String martFail, String martWarn) {
    DatasetName orders = new DatasetName("orders");
    Contract contract = new Contract(orders, 1, "Orders.", "us", Load.APPEND, List.of("id"), new Format.Parquet(), Drift.STANDARD,
        Optional.empty(), new Quality(new Ruleset(fail, 9), new Ruleset(warn, 9)),
        List.of(new Column("id", LogicalType.parse("long"), true, "The order's number.")));
    return new Library(Map.of(orders, contract), List.of(new RuleBook.Built("sales", new Quality(new Ruleset(martFail, 1), new Ruleset(martWarn, 1)))));
  }

  private List<List<String>> rows() throws Exception {
    List<List<String>> rows = new ArrayList<>();
    Path file = root.resolve("copy.parquet");
    try (InputStream results = new FolderObjectStore(root).open(new ObjectRef("dq", RESULTS))) {
      Files.copy(results, file);
    }
    ParquetRows.read(file, new RowVisitor() {
      @Override
      public void columns(List<String> names) {
        assertThat(names).isEqualTo(ResultsFile.COLUMNS);
      }

      @Override
      public void row(Row row) {
        rows.add(IntStream.range(0, row.width()).mapToObj(column -> String.valueOf(row.value(column))).toList());
      }
    });
    return rows;
  }
}
