package sluice.lake.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.lake.DatasetName;

/** What each word of a contract means once it is read; what is refused stands in the golden files. */
class ContractReaderTest {
  private static final String HEAD = """
      dataset: orders
      version: 2
      description: Orders of the shop. One row per order.
      owner: shop-team
      load: append
      key: [id]
      """;
  private static final String COLUMNS = """
      columns:
        - {name: id, type: long, required: true, description: Its number.}
      """;

  @TempDir Path folder;

  @Test
  void readsEveryWord() throws IOException {
    Contract contract = read(HEAD + """
        format: {kind: csv, delimiter: ";", quote: "'", header: true, nulls: ["NA", "-"], trim: true, extra_fields: true}
        freshness: 36h
        drift: {new_column: fail, type_change: coerce}
        quality:
          fail: |
            Rules = [ RowCount > 0 ]
          warn: |
            Rules = [ IsUnique "id" ]
        columns:
          - {name: id, header: Order ID, type: long, required: true, allowed: [1, 2], description: Its number.}
          - {name: mail, type: string, nullable: false, pattern: ".+@.+", pii: hash, description: Whose it is.}
        """);

    assertThat(contract).isEqualTo(new Contract(
        new DatasetName("orders"), 2, "Orders of the shop. One row per order.", "shop-team", Load.APPEND, List.of("id"),
        new Format.Csv(';', Optional.of('\''), true, List.of("", "NA", "-"), true, true),
        new Drift(Map.of(
            Drift.Kind.NEW_COLUMN, Drift.Action.FAIL,
            Drift.Kind.MISSING_OPTIONAL_COLUMN, Drift.Action.ACCEPT,
            Drift.Kind.MISSING_REQUIRED_COLUMN, Drift.Action.QUARANTINE_OBJECT,
            Drift.Kind.TYPE_CHANGE, Drift.Action.COERCE,
            Drift.Kind.STRUCTURAL_CHANGE, Drift.Action.QUARANTINE_ROW)),
        Optional.of(Duration.ofHours(36)),
        new Quality(new Ruleset("Rules = [ RowCount > 0 ]\n", 12), new Ruleset("Rules = [ IsUnique \"id\" ]\n", 14)),
        List.of(
            new Column("id", "Order ID", LogicalType.parse("long"), true, false, List.of("1", "2"), Optional.empty(), Pii.KEEP, "Its number."),
            new Column("mail", "mail", LogicalType.STRING, false, false, List.of(), Optional.of(".+@.+"), Pii.HASH, "Whose it is."))));
  }

  @Test
  void meansTheUsualWhereItIsSilent() throws IOException {
    Contract contract = read(HEAD + COLUMNS);

    assertThat(contract.format()).isEqualTo(new Format.Parquet());
    assertThat(contract.drift()).isEqualTo(Drift.STANDARD);
    assertThat(contract.freshness()).isEmpty();
    assertThat(contract.quality()).isEqualTo(Quality.NONE);
    assertThat(contract.columns()).containsExactly(new Column("id", LogicalType.parse("long"), true, "Its number."));
  }

  @ParameterizedTest
  @CsvSource({"csv,Csv", "jsonl,JsonLines", "json,JsonArray", "parquet,Parquet", "{kind: csv},Csv", "{kind: json},JsonArray"})
  void takesAFormatAsAWordOrAsAMap(String written, String format) throws IOException {
    assertThat(read(HEAD + "format: " + written + "\n" + COLUMNS).format().getClass().getSimpleName()).isEqualTo(format);
  }

  @Test
  void knowsADialectWithoutQuotesAndOneWithTabs() throws IOException {
    assertThat(read(HEAD + "format: {kind: csv, quote: none, delimiter: \"\\t\"}\n" + COLUMNS).format())
        .isEqualTo(new Format.Csv('\t', Optional.empty(), true, List.of(""), false, false));
  }

  @Test
  void knowsTheLineOfARulesetThatStandsBesideItsKey() throws IOException {
    assertThat(read(HEAD + "quality: {warn: 'Rules = [ RowCount > 0 ]'}\n" + COLUMNS).quality())
        .isEqualTo(new Quality(Ruleset.NONE, new Ruleset("Rules = [ RowCount > 0 ]", 7)));
  }

  private Contract read(String yaml) throws IOException {
    return Contracts.read(Files.writeString(folder.resolve("orders.yml"), yaml));
  }
}
