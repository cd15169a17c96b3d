package sluice.lake.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import sluice.lake.json.Json;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.Problem;

/** The schema that editors read and the reader that decides give the same answer, as far as a schema can see. */
class ContractSchemaTest {
  private static final Path CONTRACTS = Path.of("../contracts");
  private static final Path GOLDEN = Path.of("src/test/resources/golden/contract");

  /** What takes two places of a file, its name, Java's regular expressions or the calendar to see. */
  private static final Set<String> BEYOND_A_SCHEMA = Set.of("C106", "C107", "C108", "C110", "C112", "C113", "C114", "C116", "C117", "C118");

  private static final Schema SCHEMA = schema();

  @TempDir Path folder;

  static Stream<Path> contracts() throws IOException {
    return yaml(CONTRACTS);
  }

  static Stream<Path> refused() throws IOException {
    try (Stream<Path> cases = Files.list(GOLDEN)) {
      return cases.sorted().flatMap(ContractSchemaTest::uncheckedYaml).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void takesTheProjectsContracts(Path file) throws IOException {
    assertThat(complaints(file)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "format: csv", "format: jsonl", "format: {kind: json}", "format: {kind: csv, delimiter: '|', quote: none, header: false}",
    "format: {kind: csv, delimiter: \"\\t\", nulls: ['', NA], trim: true, extra_fields: true}", "freshness: 90m", "freshness: 9999d",
    "drift: {}", "drift: {new_column: quarantine_object, type_change: coerce, missing_required_column: fail}",
    "quality: {}", "quality: {warn: 'Rules = [ RowCount > 0 ]'}"})
  void bothTake(String line) throws IOException {
    Path file = contract(line + "\ncolumns:\n  - {name: id, type: long, required: true, description: Its number.}\n");
    assertThat(codes(file)).isEmpty();
    assertThat(complaints(file)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "type: string, header: Paid by", "type: 'decimal(38,0)'", "type: int, allowed: [1, 2]", "type: boolean, allowed: [true]",
    "type: string, pattern: '[A-Z]+', nullable: false", "type: json, pii: drop", "type: string, pii: mask", "type: date, pii: keep"})
  void bothTakeAColumn(String words) throws IOException {
    Path file = contract("""
        columns:
          - {name: id, type: long, required: true, description: Its number.}
          - {name: other, description: Another., %s}
        """.formatted(words));
    assertThat(codes(file)).isEmpty();
    assertThat(complaints(file)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatTheReaderRefuses(Path file) throws IOException {
    Set<String> codes = codes(file);
    assertThat(codes).isNotEmpty();
    boolean yaml = codes.stream().noneMatch(code -> code.startsWith("C00"));
    if (yaml && !BEYOND_A_SCHEMA.containsAll(codes)) {
      assertThat(complaints(file)).as("only the reader refuses it: %s", codes).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "format: CSV", "format: {}", "format: {kind: jsonl, trim: true}", "format: {kind: csv, quote: quotes}", "format: {kind: csv, delimiter: 1}",
    "format: {kind: csv, header: 'true'}", "format: {kind: csv, nulls: [0]}", "freshness: 36", "freshness: 0h", "freshness: 36H",
    "drift: accept", "drift: {new_column: coerce}", "drift: {missing_required_column: accept}", "drift: {type_change: ignore}",
    "quality: 'Rules = []'", "quality: {fail: ''}", "quality: {error: x}", "colour: blue"})
  void bothRefuse(String line) throws IOException {
    Path file = contract(line + "\ncolumns:\n  - {name: id, type: long, required: true, description: Its number.}\n");
    assertThat(codes(file)).isNotEmpty();
    assertThat(complaints(file)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "type: text", "type: 'decimal(39,0)'", "type: 'decimal(0,0)'", "type: string, required: maybe", "type: string, header: ''",
    "type: int, allowed: []", "type: int, allowed: [[1]]", "type: json, pattern: x", "type: json, allowed: [x]", "type: string, pattern: 12",
    "type: long, pii: hash", "type: string, pii: gone", "type: string, colour: blue"})
  void bothRefuseAColumn(String words) throws IOException {
    Path file = contract("""
        columns:
          - {name: id, type: long, required: true, description: Its number.}
          - {name: other, description: Another., %s}
        """.formatted(words));
    assertThat(codes(file)).isNotEmpty();
    assertThat(complaints(file)).isNotEmpty();
  }

  private Path contract(String rest) throws IOException {
    return Files.writeString(folder.resolve("orders.yml"), """
        dataset: orders
        version: 1
        description: Orders of the shop. One row per order.
        owner: data-platform
        load: append
        key: [id]
        """ + rest);
  }

  private static Set<String> codes(Path file) {
    try {
      Contracts.read(file);
      return Set.of();
    } catch (InvalidInputException wrong) {
      return wrong.problems().stream().map(Problem::code).collect(Collectors.toSet());
    }
  }

  private static List<String> complaints(Path file) throws IOException {
    Object yaml = new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    JsonNode document = Json.MAPPER.valueToTree(yaml);
    return SCHEMA.validate(document).stream().map(Object::toString).toList();
  }

  private static Schema schema() {
    try {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Json.MAPPER.readTree(CONTRACTS.resolve("contract.schema.json").toFile()));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static Stream<Path> uncheckedYaml(Path folder) {
    try {
      return yaml(folder);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static Stream<Path> yaml(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream();
    }
  }
}
