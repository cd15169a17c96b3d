package sluice.lake.contract.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Contracts;

/** Each case replaces a text of the contract by another one, and reads what that means. */
class ContractDiffTest {
  private static final String ORDERS = """
      dataset: orders
      version: 1
      description: Orders. One row per order.
      owner: shop
      load: append
      key: [id]
      format: {kind: csv, delimiter: ",", quote: '"', header: true, nulls: [NA], trim: false, extra_fields: true}
      freshness: 36h
      drift: {new_column: accept, type_change: quarantine_row, structural_change: coerce}
      quality: {fail: 'Rules = [ RowCount > 0 ]', warn: 'Rules = [ RowCount > 9 ]'}
      columns:
        - {name: id, type: long, required: true, description: Its number.}
        - {name: shop, header: Shop, type: string, required: true, pii: hash, description: Where.}
        - {name: paid, type: "decimal(12,2)", description: What was paid.}
        - {name: state, type: string, allowed: [new, sent], pattern: "[a-z]+", description: How far.}
      """;

  @TempDir Path folder;

  @Test
  void findsNoDifferenceInTheSameContract() throws IOException {
    assertThat(ContractDiff.between(read(ORDERS), read(ORDERS.replace("version: 1", "version: 2")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "owner: shop | owner: sales | ~ owner: shop → sales (words)",
    "Orders. One | All orders. One | ~ description: Orders. One row per order. → All orders. One row per order. (words)",
    "load: append | load: upsert | ~ load: append → upsert (rows add up in another way) breaks readers",
    "key: [id] | key: [id, shop] | ~ key: id → id, shop (one row is something else) breaks readers",
    "freshness: 36h | freshness: 24h | ~ freshness: 36h → 1d (data is late sooner) breaks producers",
    "freshness: 36h | freshness: 48h | ~ freshness: 36h → 2d (data may be older) breaks readers",
    "freshness: 36h | #  | - freshness: 36h (data may be older) breaks readers",
    "delimiter: \",\" | delimiter: \"\\t\" | ~ format delimiter: \",\" → \"\\t\" (files are written in another way) breaks producers",
    "quote: '\"' | quote: none | ~ format quote: \"\"\" → none (files are written in another way) breaks producers",
    "[NA] | [NA, n/a] | ~ format nulls: \"\", \"NA\" → \"\", \"NA\", \"n/a\" (more texts stand for no value) breaks readers",
    "[NA] | [] | ~ format nulls: \"\", \"NA\" → \"\" (texts that stood for no value are values) breaks producers",
    "trim: false | trim: true | ~ format trim: false → true (milder)",
    "extra_fields: true | extra_fields: false | ~ format extra_fields: true → false (stricter) breaks producers",
    "new_column: accept | new_column: fail | ~ drift new_column: accept → fail (stricter) breaks producers",
    "type_change: quarantine_row | type_change: coerce | ~ drift type_change: quarantine_row → coerce (milder: values of no type flow on) breaks readers",
    "structural_change: coerce | structural_change: fail | ~ drift structural_change: coerce → fail (stricter) breaks producers",
    "RowCount > 0 | RowCount > 1 | ~ quality fail: Rules = [ RowCount > 0 ] → Rules = [ RowCount > 1 ] (other rows may be held back) breaks producers",
    "fail: 'Rules = [ RowCount > 0 ]', | # | - quality fail: Rules = [ RowCount > 0 ] (nothing is held back any more) breaks readers",
    "RowCount > 9 | RowCount > 8 | ~ quality warn: Rules = [ RowCount > 9 ] → Rules = [ RowCount > 8 ] (other warnings)",
    "header: Shop | header: Store | ~ header shop: Shop → Store (looked for under another name) breaks producers",
    "pii: hash | pii: keep | ~ pii shop: hash → keep (personal values become readable) breaks readers",
    "pii: hash | pii: drop | ~ pii shop: hash → drop (values look different) breaks readers",
    "description: Where. | description: Which. | ~ description shop: Where. → Which. (words)",
    "required: true, pii | required: true, nullable: true, pii | ~ nullable shop: false → true (may be without a value) breaks readers",
    "\"decimal(12,2)\", | \"decimal(12,2)\", nullable: false, | ~ nullable paid: true → false (has to have a value) breaks producers",
    "\"decimal(12,2)\", | \"decimal(12,2)\", required: true, nullable: true, | ~ required paid: false → true (has to be delivered) breaks producers",
    "Shop, type: string, required: true | Shop, type: string, nullable: false | ~ required shop: true → false (may be absent) breaks readers",
    "[new, sent] | [new] | ~ allowed state: new, sent → new (narrower) breaks producers",
    "[new, sent] | [sent, new, lost] | ~ allowed state: new, sent → sent, new, lost (wider: other values may come)",
    "[new, sent] | [new, lost] | ~ allowed state: new, sent → new, lost (other values) breaks producers",
    "allowed: [new, sent], | # | - allowed state: new, sent (wider: other values may come)",
    "pattern: \"[a-z]+\", | # | - pattern state: [a-z]+ (wider: other values may come)",
    "[a-z]+ | [a-z]* | ~ pattern state: [a-z]+ → [a-z]* (other values may be refused) breaks producers",
    "decimal(12,2) | decimal(14,2) | ~ type paid: decimal(12,2) → decimal(14,2) (wider)",
    "decimal(12,2) | decimal(12,1) | ~ type paid: decimal(12,2) → decimal(12,1) (another type) breaks producers and readers",
    "decimal(12,2) | decimal(10,2) | ~ type paid: decimal(12,2) → decimal(10,2) (narrower) breaks producers and readers",
    "type: long | type: int | ~ type id: long → int (narrower) breaks producers and readers",
    "type: long | type: \"decimal(19,0)\" | ~ type id: long → decimal(19,0) (wider)",
    "type: long | type: double | ~ type id: long → double (another type) breaks producers and readers",
    "type: long | type: string | ~ type id: long → string (any text may come) breaks readers"})
  void namesTheChangeAndWhomItBreaks(String from, String to, String expected) throws IOException {
    assertThat(changes(ORDERS.replace(from, to.equals("#") ? "" : to))).containsExactly(expected);
  }

  @Test
  void namesAnotherFormat() throws IOException {
    assertThat(changes(ORDERS.replaceAll("format: .*", "format: jsonl")))
        .containsExactly("~ format kind: csv → jsonl (files are written in another way) breaks producers");
  }

  @Test
  void namesRemovedAndAddedColumns() throws IOException {
    String after = ORDERS.replaceAll("(?m)^  - \\{name: paid.*\n", "")
        + "  - {name: note, type: string, description: Words.}\n"
        + "  - {name: country, type: string, required: true, description: Which.}\n";

    assertThat(changes(after)).containsExactly(
        "- column paid: decimal(12,2), optional (no longer there) breaks readers",
        "+ column note: string, optional (may be delivered)",
        "+ column country: string, required (has to be delivered) breaks producers");
  }

  @Test
  void anotherOrderBreaksOnlyThoseWhoWriteNoHeader() throws IOException {
    String moved = ORDERS.replaceAll("(?m)^  - \\{name: paid.*\n", "") + "  - {name: paid, type: \"decimal(12,2)\", description: What was paid.}\n";
    assertThat(changes(moved)).containsExactly("~ order: id, shop, paid, state → id, shop, state, paid (columns are found by name)");

    String headerless = "header: true";
    assertThat(ContractDiff.between(read(withoutHeaders(ORDERS).replace(headerless, "header: false")),
        read(withoutHeaders(moved).replace(headerless, "header: false"))).stream().map(ContractDiffTest::line))
        .containsExactly("~ order: id, shop, paid, state → id, shop, state, paid (files without a header follow it) breaks producers");
  }

  private static String withoutHeaders(String yaml) {
    return yaml.replace("header: Shop, ", "");
  }

  private List<String> changes(String after) throws IOException {
    return ContractDiff.between(read(ORDERS), read(after)).stream().map(ContractDiffTest::line).toList();
  }

  private static String line(Change change) {
    String values = String.join(" → ", List.of(change.before(), change.after()).stream().filter(text -> !text.isEmpty()).toList());
    String breaks = change.breaks().stream().map(Change.Party::word).collect(Collectors.joining(" and "));
    return change.op().sign() + " " + (change.what() + " " + change.name()).strip() + ": " + values + " (" + change.note() + ")"
        + (change.isBreaking() ? " breaks " + breaks : "");
  }

  private Contract read(String yaml) throws IOException {
    return Contracts.read(Files.writeString(folder.resolve("orders.yml"), yaml));
  }
}
