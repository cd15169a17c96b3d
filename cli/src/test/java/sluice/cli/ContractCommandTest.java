package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.json.Json;

/** The contract commands as a person types them, in a project with one contract. */
class ContractCommandTest {
  private static final String ORDERS = """
      dataset: orders
      version: 1
      description: Orders of the shop. One row per order.
      owner: shop-team
      load: append
      key: [id]
      columns:
        - {name: id, type: long, required: true, description: Its number.}
        - {name: note, type: string, description: Words.}
      """;

  @TempDir Path project;

  private record Ended(int exit, String out, String err) {
    JsonNode json() throws IOException {
      return Json.MAPPER.readTree(out);
    }
  }

  @BeforeEach
  void writeTheContract() throws IOException {
    Files.createDirectories(project.resolve("contracts"));
    orders(ORDERS);
  }

  @Test
  void checkFindsNothingWrong() throws Exception {
    assertThat(sluice("contract", "check")).isEqualTo(new Ended(0, "✓ 1 contract, no errors; 0 released, 1 to be released.\n", ""));
  }

  @Test
  void checkNamesAllErrorsAndExitsWithTwo() throws Exception {
    orders(ORDERS.replace("type: long", "type: lang").replace("note", "id"));
    Files.writeString(project.resolve("contracts/bills.yml"), ORDERS.replace("dataset: orders", "dataset: bills").replace("version: 1", "version: 3"));

    assertThat(sluice("contract", "check")).isEqualTo(new Ended(2, """
        error[C104]: unknown type for column id
          --> contracts/orders.yml:8:22
         8 |   - {name: id, type: lang, required: true, description: Its number.}
           |                      ^^^^ expected string, int, long, decimal(P,S), double, boolean, date, timestamp, json
           = found  "lang"
           = hint   write long
        error[C107]: column id stands twice
          --> contracts/orders.yml:9:12
         8 |   - {name: id, type: lang, required: true, description: Its number.}
         9 |   - {name: id, type: string, description: Words.}
           |            ^^ expected each column once
        error[C124]: version cannot follow the released ones
          --> contracts/bills.yml:2:10
         2 | version: 3
           |          ^ expected 1, the first
           = found  3
        ✗ 3 errors in 2 of 2 contracts.
        """, ""));
  }

  @Test
  void checkTellsProgramsTheSame() throws Exception {
    orders(ORDERS.replace("type: long", "type: lang"));
    Ended ended = sluice("contract", "check", "--json");

    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.json().path("kind").asText()).isEqualTo("sluice.contract-check/1");
    assertThat(ended.json().path("files").asInt()).isEqualTo(1);
    JsonNode problem = ended.json().path("problems").get(0);
    assertThat(problem.path("code").asText()).isEqualTo("C104");
    assertThat(problem.path("file").asText()).isEqualTo("contracts/orders.yml");
    assertThat(problem.path("line").asInt()).isEqualTo(8);
  }

  @Test
  void releaseKeepsTheContractOnce() throws Exception {
    assertThat(sluice("contract", "release").out()).isEqualTo("""
          + contracts/released/orders/v1.yml
        ✓ 1 contract released. Commit them with SHA256SUMS.
        """);
    assertThat(project.resolve("contracts/released/orders/v1.yml")).hasContent(ORDERS);
    assertThat(sluice("contract", "release").out()).isEqualTo("""
          = orders 1
        ✓ Nothing to do: 1 contract released before.
        """);
    assertThat(sluice("contract", "check").out()).isEqualTo("✓ 1 contract, no errors; 1 released, 0 to be released.\n");
  }

  @Test
  void releaseRefusesAnotherTextForAReleasedVersion() throws Exception {
    sluice("contract", "release");
    orders(ORDERS.replace("Words.", "Other words."));

    Ended ended = sluice("contract", "release", "orders", "--json");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("error[C123]: version 1 is released, and this is not what was released").contains("safe   nothing was released");
    assertThat(ended.json().path("error").path("code").asText()).isEqualTo("C123");
  }

  @Test
  void diffNamesChangesAndWhomTheyBreak() throws Exception {
    sluice("contract", "release");
    orders(ORDERS.replace("version: 1", "version: 2").replace("type: long", "type: int")
        .replace("  - {name: note, type: string, description: Words.}", "  - {name: place, type: string, description: Where.}"));

    assertThat(sluice("contract", "diff")).isEqualTo(new Ended(0, """
        ~ orders: released 1 → this working copy (would be 2)
          - column  note   was string, optional  BREAKING for readers: no longer there
          ~ type    id     long → int            BREAKING for producers and readers: narrower
          + column  place  string, optional      compatible: may be delivered
        ! 3 changes, 2 of them breaking: tell whom it breaks before you release.
        """, ""));
    assertThat(sluice("contract", "diff", "orders", "--exit-code").exit()).isEqualTo(1);

    JsonNode contract = sluice("contract", "diff", "--json").json().path("contracts").get(0);
    assertThat(contract.path("from").asInt()).isEqualTo(1);
    assertThat(contract.path("to").asInt()).isEqualTo(2);
    assertThat(contract.path("changes").get(1).toString()).isEqualTo(
        "{\"op\":\"change\",\"what\":\"type\",\"name\":\"id\",\"before\":\"long\",\"after\":\"int\",\"breaking\":true,"
            + "\"breaks\":[\"producers\",\"readers\"],\"note\":\"narrower\"}");
  }

  @Test
  void diffSaysWhatWasNeverReleased() throws Exception {
    assertThat(sluice("contract", "diff", "--exit-code")).isEqualTo(new Ended(0, """
        + orders: never released, would be 1
        ✓ 0 changes, none of them breaking.
        """, ""));
  }

  @Test
  void anUnknownDatasetNamesTheKnownOnes() throws Exception {
    Ended ended = sluice("contract", "diff", "order");
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).isEqualTo("""
        error[W040]: there is no contract for "order"; did you mean "orders"?
           = expected one of orders
        """);
  }

  @Test
  void docsAreWrittenAndFoundStale() throws Exception {
    assertThat(sluice("contract", "docs", "--check")).isEqualTo(new Ended(1, """
          + docs/data-dictionary.md
          + dbt/models/staging/orders/source_orders.yml
        ✗ 2 of 2 files not as the contracts say. Nothing was written.
          next   ./sluice contract docs
        """, ""));
    assertThat(sluice("contract", "docs").out()).endsWith("✓ 2 of 2 files written; the others were as the contracts say.\n");
    assertThat(sluice("contract", "docs", "--check").out()).isEqualTo("✓ 2 files as the contracts say. Nothing was written.\n");
  }

  @Test
  void inferProposesOnStandardOutputAndSaysWhatItCouldNotKnow() throws Exception {
    Path sample = Files.writeString(project.resolve("Shop Orders.csv"), "id,n\n1,2\n2,2\n");
    Ended ended = sluice("contract", "infer", sample.toString());

    assertThat(ended.exit()).isZero();
    assertThat(ended.out()).contains("\ndataset: shop_orders\n").endsWith("description: TODO\n");
    assertThat(ended.err()).startsWith("! Proposed from 2 rows, which cannot tell\n").contains("- whether id tells all rows apart")
        .endsWith("  next   write it to contracts/shop_orders.yml, put words in place of each TODO, then  ./sluice contract check\n");

    JsonNode document = sluice("contract", "infer", sample.toString(), "--dataset", "sales", "--json").json();
    assertThat(document.path("kind").asText()).isEqualTo("sluice.contract-infer/1");
    assertThat(document.path("rows").asInt()).isEqualTo(2);
    assertThat(document.path("unknown")).isNotEmpty();
    assertThat(document.path("contract").asText()).contains("\ndataset: sales\n");
  }

  @Test
  void inferRefusesWhatItCannotNameOrRead() throws Exception {
    Path sample = Files.writeString(project.resolve("orders.csv"), "");
    assertThat(sluice("contract", "infer", sample.toString())).isEqualTo(new Ended(2, "", """
        error[W041]: no contract can be proposed from %s
           = expected CSV, JSON lines, a JSON array of objects or Parquet, in UTF-8, possibly gzipped
           = found  it is empty
        """.formatted(sample)));
    assertThat(sluice("contract", "infer", sample.toString(), "--dataset", "My Orders")).isEqualTo(new Ended(2, "", """
        error[W042]: not a dataset name: expected lower-case letters, digits and _, starting with a letter, at most 63, found "My Orders"
           = next   ./sluice contract infer SAMPLE --dataset orders
        """));
  }

  @Test
  void aWordThatIsMissingLeadsToTheHelpOfItsCommand() throws Exception {
    assertThat(sluice("contract").err()).contains("./sluice contract --help");
    assertThat(sluice("contract", "check", "--all").err()).contains("./sluice contract check --help");
  }

  private void orders(String yaml) throws IOException {
    Files.writeString(project.resolve("contracts/orders.yml"), yaml);
  }

  private Ended sluice(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8",
        "-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("SLUICE_ROOT", project.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    int exit = builder.start().waitFor();
    try {
      return new Ended(exit, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }
}
