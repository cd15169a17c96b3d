package sluice.validator.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.RecordedData;
import sluice.validator.Reason;

/** Other people's collections of odd and broken files: each gets one verdict, and {@code docs/messy-files.md} tells which. */
class MessyFilesTest {
  private static final Path PAGE = Path.of("..", "docs", "messy-files.md");
  private static final Set<Reason> NO_JSON =
      EnumSet.of(Reason.INVALID_JSON, Reason.INVALID_UTF8, Reason.NUL_BYTE, Reason.WRONG_ENCODING, Reason.EMPTY_OBJECT, Reason.NESTING_TOO_DEEP);
  // The standard leaves open which value counts; the gate does not.
  private static final Set<String> REFUSED_BY_RULE = Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

  @TempDir Path folder;
  private MessyDesk desk;

  @BeforeEach
  void lay() {
    desk = new MessyDesk(folder);
  }

  @Test
  void jsonIsParsedAsItsSuiteSays() throws IOException {
    for (Path file : files("messy/JSONTestSuite/test_parsing", ".json")) {
      String name = file.getFileName().toString();
      Judgement judgement = desk.judge(file);
      if (name.startsWith("n_")) {
        assertThat(reasons(judgement).keySet()).as(name).containsAnyElementsOf(NO_JSON);
      } else if (REFUSED_BY_RULE.contains(name)) {
        assertThat(reasons(judgement)).as(name).containsOnlyKeys(Reason.DUPLICATE_JSON_KEY);
      } else if (name.startsWith("y_") && !name.equals("y_structure_whitespace_array.json") && !name.contains("empty")) {
        assertThat(reasons(judgement)).as(name).doesNotContainKeys(NO_JSON.toArray(Reason[]::new));
      }
    }
  }

  @Test
  void thePageTellsWhatBecomesOfEachFolder() throws IOException {
    StringBuilder page = new StringBuilder(Files.readString(PAGE).replaceFirst("(?s)\n\\| folder.*", "\n"));
    page.append("| folder | files | objects refused | rows accepted | rows quarantined | duplicates |\n|---|---|---|---|---|---|\n");
    page.append(line("csv-spectrum", files("messy/csv-spectrum", ".csv")));
    page.append(line("csvw", files("messy/csvw", ".csv")));
    page.append(line("JSONTestSuite, `y_`", json("y_")));
    page.append(line("JSONTestSuite, `n_`", json("n_")));
    page.append(line("JSONTestSuite, `i_`", json("i_")));
    page.append(line("parquet-testing, data", files("messy/parquet-testing/data", ".parquet")));
    page.append(line("parquet-testing, bad_data", files("messy/parquet-testing/bad_data", ".parquet")));
    if (Boolean.getBoolean("sluice.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).as("write it anew with -Dsluice.write=true").isEqualTo(page.toString());
  }

  private static List<Path> json(String prefix) throws IOException {
    return files("messy/JSONTestSuite/test_parsing", ".json").stream().filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
  }

  private String line(String name, List<Path> files) throws IOException {
    Map<Reason, Long> objects = new TreeMap<>();
    Map<Reason, Long> rows = new TreeMap<>();
    long accepted = 0;
    long duplicates = 0;
    for (Path file : files) {
      Judgement judgement = desk.judge(file);
      if (judgement instanceof Judgement.RowsJudged judged) {
        accepted += judged.accepted();
        duplicates += judged.duplicates();
        judged.reasons().forEach((reason, count) -> rows.merge(reason, count, Long::sum));
      } else {
        reasons(judgement).forEach((reason, count) -> objects.merge(reason, 1L, Long::sum));
      }
    }
    return "| " + name + " | " + files.size() + " | " + list(objects) + " | " + accepted + " | " + list(rows) + " | " + duplicates + " |\n";
  }

  private static String list(Map<Reason, Long> counts) {
    return counts.isEmpty() ? "0" : String.join(", ", counts.entrySet().stream().map(entry -> entry.getValue() + " " + entry.getKey().code()).toList());
  }

  private static Map<Reason, Long> reasons(Judgement judgement) {
    return switch (judgement) {
      case Judgement.RowsJudged judged -> judged.reasons();
      case Judgement.ObjectRefused refused -> Map.of(refused.reason(), 1L);
      case Judgement.Stop stop -> Map.of(stop.reason(), 1L);
    };
  }

  private static List<Path> files(String name, String ending) throws IOException {
    Path recorded = RecordedData.folder(name);
    try (Stream<Path> files = Files.walk(recorded)) {
      return Arrays.asList(files.filter(file -> file.toString().endsWith(ending)).sorted().toArray(Path[]::new));
    }
  }
}
