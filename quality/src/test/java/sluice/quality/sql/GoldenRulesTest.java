package sluice.quality.sql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.lake.contract.LogicalType;
import sluice.lake.json.Json;
import sluice.lake.problem.Problem;
import sluice.quality.dqdl.RulesText;
import sluice.quality.dqdl.RulesetReader;
import sluice.quality.dqdl.Severity;
import sluice.quality.dqdl.WrittenRule;
import sluice.quality.rules.MartRules;

/**
 * Each folder under golden/ is a small table with rules over it: {@code rules.dqdl} and {@code rows.sql} are written by hand.
 *
 * <p>This test holds that the rules compile to {@code query.sql}, and that what Trino answered, {@code row.json}, is judged as
 * {@code expected.txt} says; that Trino answers this query so is held where Trino is, in local/athena. With
 * {@code -Dsluice.golden=write} the tests write these files instead: here, there, and here again; then read the difference.
 */
class GoldenRulesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final boolean WRITE = "write".equals(System.getProperty("sluice.golden"));

  static Stream<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN)) {
      return folders.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void compilesAndJudges(Path folder) throws IOException {
    List<Problem> problems = new ArrayList<>();
    RulesetReader reader = new RulesetReader(RuleTypes.names(), problems);
    List<WrittenRule> written = texts(folder).stream().flatMap(text -> reader.read(text).stream()).toList();
    assertThat(problems).isEmpty();
    Scope scope = new Scope(columns(folder), references(), Instant.parse("2026-11-21T06:00:00Z"));
    List<CompiledRule> rules = written.stream().map(rule -> CompiledRule.of(rule.rule(), scope)).toList();
    TableQuery query = new TableQuery(Files.readString(folder.resolve("rows.sql")).strip(), rules);
    same(folder.resolve("query.sql"), query.sql() + "\n");

    if (WRITE && !Files.exists(folder.resolve("row.json"))) {
      return;
    }
    List<String> row = Json.MAPPER.readValue(folder.resolve("row.json").toFile(), new TypeReference<>() {});
    StringBuilder judged = new StringBuilder();
    for (int i = 0; i < rules.size(); i++) {
      Finding finding = rules.get(i).judge(query.values(row));
      judged.append(finding.outcome().word()).append(" | ").append(written.get(i).text())
          .append(" | ").append(rules.get(i).metric()).append(" | ").append(finding.actual())
          .append(finding.failingRows() == null ? "" : " | " + finding.failingRows() + " failing")
          .append(finding.sample() == null ? "" : " | such as " + finding.sample()).append('\n');
    }
    same(folder.resolve("expected.txt"), judged.toString());
  }

  /** A folder without rules of its own has the name of a mart, and that mart's rules. */
  private static List<RulesText> texts(Path folder) throws IOException {
    Path rules = folder.resolve("rules.dqdl");
    if (Files.exists(rules)) {
      return List.of(new RulesText("golden.yml", 1, "fail", Severity.FAIL, Files.readString(rules)));
    }
    return MartRules.bundled().stream().filter(book -> folder.endsWith(book.name())).findFirst().orElseThrow().texts();
  }

  private static void same(Path golden, String found) throws IOException {
    if (WRITE) {
      Files.writeString(golden, found);
    }
    assertThat(found).isEqualTo(Files.readString(golden));
  }

  /** Lines of {@code name delivered|stored type}; a delivered column is text in the table. */
  private static TableColumns columns(Path folder) throws IOException {
    return TableColumns.of(Files.readAllLines(folder.resolve("columns.txt")).stream().map(line -> line.split(" ", 3))
        .map(word -> word[1].equals("stored") ? TableColumn.stored(word[0], word[2]) : TableColumn.delivered(word[0], LogicalType.parse(word[2])))
        .collect(Collectors.toList()));
  }

  private static References references() {
    return new References() {
      @Override
      public Optional<Reference> find(String name) {
        return Optional.of(Reference.of("db", name, TableColumns.UNKNOWN));
      }

      @Override
      public List<String> names() {
        return List.of();
      }
    };
  }
}
