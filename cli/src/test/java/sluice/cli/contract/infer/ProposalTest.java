package sluice.cli.contract.infer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.lake.DatasetName;
import sluice.lake.contract.Contracts;
import sluice.lake.parquet.ParquetRowSink;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;

class ProposalTest {
  private static final DatasetName ORDERS = new DatasetName("orders");

  @TempDir Path folder;

  @Test
  void proposesAContractForCsv() throws IOException {
    Proposal proposal = Proposal.of(sample("""
        Order ID;Placed;Paid;Shop No;E-mail;Note;
        1;2026-11-20;12.50;007;a@b.c;;
        2;2026-11-21;3.00;NA;d@e.f;;
        """), ORDERS);

    assertThat(proposal.rows()).isEqualTo(2);
    assertThat(proposal.yaml()).isEqualTo("""
        # yaml-language-server: $schema=contract.schema.json
        # Proposed from 2 rows of sample, which cannot tell
        # - whether rows stay (append), replace those with the same key (upsert) or come as a whole (snapshot)
        # - whether order_id tells all rows apart: it does in the sample
        # - how old the newest data may be (freshness), and which values there may be (allowed, pattern)
        # - what note holds: it has no value in the sample
        # - which values are personal (pii); by the name it may be e_mail
        dataset: orders
        version: 1
        description: TODO what it is. One row per TODO.
        owner: TODO
        load: append
        key: [order_id]
        format:
          kind: csv
          delimiter: ";"
          extra_fields: true
        columns:
          - name: order_id
            header: Order ID
            type: long
            required: true
            description: TODO
          - name: placed
            header: Placed
            type: date
            required: true
            description: TODO
          - name: paid
            header: Paid
            type: decimal(18,2)
            required: true
            description: TODO
          - name: shop_no
            header: Shop No
            type: string
            required: true
            description: TODO
          - name: e_mail
            header: E-mail
            type: string
            required: true
            description: TODO
          - name: note
            header: Note
            type: string
            description: TODO
        """);
    assertThatOnlyTodosAreLeft(proposal);
  }

  @Test
  void knowsWordsThatStandForNoValue() throws IOException {
    Proposal proposal = Proposal.of(sample("id,amount\n1,NA\n2,5\n"), ORDERS);
    assertThat(proposal.yaml()).contains("  nulls: [\"NA\"]\n").contains("""
          - name: amount
            type: long
            description: TODO
        """);
    assertThatOnlyTodosAreLeft(proposal);
  }

  @Test
  void takesColumnsByPlaceWhereThereIsNoHeader() throws IOException {
    Proposal proposal = Proposal.of(sample("1,a\n2,b\n"), ORDERS);
    assertThat(proposal.yaml()).contains("  header: false\n", "  - name: column_1\n", "key: [column_1]\n").doesNotContain("    header:");
    assertThatOnlyTodosAreLeft(proposal);
  }

  @Test
  void proposesAContractForJsonLines() throws IOException {
    Proposal proposal = Proposal.of(sample("""
        {"id": "7", "fullyRemote": true, "salary": {"from": 1}, "posted": 1700000000000}
        {"id": "8", "fullyRemote": false, "salary": null, "posted": 1700000000001, "at": "2026-11-21T06:00:00Z"}
        """), ORDERS);
    assertThat(columns(proposal)).containsExactly(
        "id string required", "fully_remote boolean required", "salary json", "posted long required", "at timestamp");
    assertThat(proposal.yaml()).contains("format: jsonl\n", "    header: fullyRemote\n");
    assertThatOnlyTodosAreLeft(proposal);
  }

  @Test
  void proposesAContractForAGzippedJsonArray() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write("[{\"id\": 1, \"rate\": 1.10}, {\"id\": 2, \"rate\": 0.25}]".getBytes(StandardCharsets.UTF_8));
    }
    Proposal proposal = Proposal.of(Files.write(folder.resolve("sample"), bytes.toByteArray()), ORDERS);
    assertThat(proposal.yaml()).contains("format: json\n");
    assertThat(columns(proposal)).containsExactly("id long required", "rate decimal(18,2) required");
    assertThatOnlyTodosAreLeft(proposal);
  }

  @Test
  void takesTheTypesOfAParquetFile() throws IOException {
    Path file = folder.resolve("sample");
    try (ParquetRowSink sink = new ParquetRowSink(file, List.of("id", "_unlisted"))) {
      sink.endRow();
    }
    Proposal proposal = Proposal.of(file, ORDERS);
    assertThat(proposal.rows()).isZero();
    assertThat(proposal.yaml()).contains("# Proposed from the schema of sample, which cannot tell\n", "format: parquet\n", "] # TODO more columns, or another one\n");
    assertThatOnlyTodosAreLeft(proposal);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "1,2,3|long", "1,2.5|double", "1.5,2.5|decimal(18,1)", "1e5,2|double", "01,02|string", "99999999999999999999|string", "-1,-2|long",
    "true,false|boolean", "yes,no|string", "2026-11-21|date", "21.11.2026|string", "2026-11-21T06:00:00+01:00|timestamp",
    "[1],{}|json", "[1],x|string", "a,1|string"})
  void guessesTheTypeOfWrittenValues(String values, String type) {
    List<Value> written = List.of(values.split(",")).stream().map(text -> new Value(text, Value.Form.WRITTEN)).toList();
    assertThat(TypeGuess.of(written)).hasToString(type);
  }

  @ParameterizedTest
  @CsvSource({"Country/Region,country_region", "fullyRemote,fully_remote", "Łódź é,odz_e", "2024,column_2024", "run_id,run_id_2", "--,column"})
  void makesNamesOfHeaders(String header, String name) {
    assertThat(ColumnNames.of(List.of(header))).containsExactly(name);
  }

  @Test
  void givesEachColumnANameOfItsOwn() {
    assertThat(ColumnNames.of(List.of("a b", "a-b", "A B"))).containsExactly("a_b", "a_b_2", "a_b_3");
  }

  @Test
  void findsAKeyOfTwoColumns() throws IOException {
    assertThat(Proposal.of(sample("day,shop,n\n2026-01-01,a,1\n2026-01-01,b,1\n2026-01-02,a,1\n"), ORDERS).yaml()).contains("key: [day, shop]\n");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "|it is empty", "{\"a\": |line 1 is no JSON: ", "[1]|entry 1 is no object", "{}|it has no fields", "PAR1|it cannot be read as Parquet: "})
  void saysWhatItCannotRead(String text, String why) throws IOException {
    Path file = sample(text == null ? "" : text);
    assertThatThrownBy(() -> Proposal.of(file, ORDERS)).isInstanceOfSatisfying(InvalidInputException.class, wrong ->
        assertThat(wrong.getMessage()).startsWith("error[W041]: no contract can be proposed from " + file
            + "; expected CSV, JSON lines, a JSON array of objects or Parquet, in UTF-8, possibly gzipped; found " + why));
  }

  @Test
  void saysThatASampleIsNotThereOrNotInUtf8() throws IOException {
    assertThatThrownBy(() -> Proposal.of(folder.resolve("none.csv"), ORDERS)).hasMessageEndingWith("found there is no such file");
    Path latin = Files.write(folder.resolve("latin.csv"), "id,name\n1,\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Proposal.of(latin, ORDERS)).hasMessageEndingWith("found it is not UTF-8");
  }

  private Path sample(String text) throws IOException {
    return Files.writeString(folder.resolve("sample"), text);
  }

  private static List<String> columns(Proposal proposal) {
    return proposal.yaml().lines().dropWhile(line -> !line.equals("columns:"))
        .filter(line -> line.matches(" +(- name|type|required): .*"))
        .map(line -> line.replaceFirst(" +- name: ", "\n").replaceFirst(" +type: ", " ").replaceFirst(" +required: true", " required"))
        .reduce("", String::concat).strip().lines().toList();
  }

  private void assertThatOnlyTodosAreLeft(Proposal proposal) throws IOException {
    Path file = Files.writeString(folder.resolve("orders.yml"), proposal.yaml());
    assertThatThrownBy(() -> Contracts.read(file)).isInstanceOfSatisfying(InvalidInputException.class,
        wrong -> assertThat(wrong.problems()).extracting(Problem::code).containsOnly("C111"));
    Files.writeString(file, proposal.yaml().replace("TODO", "Known"));
    assertThat(Contracts.read(file).dataset()).isEqualTo(ORDERS);
  }
}
