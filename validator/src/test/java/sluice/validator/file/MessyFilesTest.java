package sluice.validator.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.RecordedData;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Drift;
import sluice.lake.contract.Format;
import sluice.lake.contract.LogicalType;
import sluice.lake.contract.Pii;
import sluice.validator.Reason;

/** Other people's collections of odd and broken files: each gets one verdict, and {@code docs/messy-files.md} tells which. */
class MessyFilesTest {
  private static final Path PAGE = Path.of("..", "docs", "messy-files.md");
  private static final Set<Reason> NO_JSON =
      EnumSet.of(Reason.INVALID_JSON, Reason.INVALID_UTF8, Reason.NUL_BYTE, Reason.WRONG_ENCODING, Reason.EMPTY_OBJECT, Reason.NESTING_TOO_DEEP);
  // The standard leaves open which value counts; the gate does not.
  private static final Set<String> REFUSED_BY_RULE = Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void lay() {
    desk = new Desk(folder);
  }

  @Test
  void jsonIsParsedAsItsSuiteSays() throws IOException {
    for (Path file : files("messy/JSONTestSuite/test_parsing", ".json")) {
      String name = file.getFileName().toString();
      Judgement judgement = json(file);
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
    page.append(line("csv-spectrum", files("messy/csv-spectrum", ".csv"), this::csv));
    page.append(line("csvw", files("messy/csvw", ".csv"), this::csv));
    page.append(line("JSONTestSuite, `y_`", json("y_"), this::json));
    page.append(line("JSONTestSuite, `n_`", json("n_"), this::json));
    page.append(line("JSONTestSuite, `i_`", json("i_"), this::json));
    page.append(line("parquet-testing, data", files("messy/parquet-testing/data", ".parquet"), this::parquet));
    page.append(line("parquet-testing, bad_data", files("messy/parquet-testing/bad_data", ".parquet"), this::parquet));
    if (Boolean.getBoolean("sluice.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE)).as("write it anew with -Dsluice.write=true").isEqualTo(page.toString());
  }

  private static List<Path> json(String prefix) throws IOException {
    return files("messy/JSONTestSuite/test_parsing", ".json").stream().filter(file -> file.getFileName().toString().startsWith(prefix)).toList();
  }

  private Judgement json(Path file) throws IOException {
    return desk.judge(Desk.contract(new Format.JsonArray(), "id string"), "a.json", file);
  }

  private Judgement parquet(Path file) throws IOException {
    // Nothing is known of these files, so every column is unlisted and the key is there for the rule only.
    Contract contract = Desk.contract(new Format.Parquet(), Drift.STANDARD, List.of(Desk.column("id string"), Desk.column("int_col int")));
    return desk.judge(contract, "a.parquet", file);
  }

  /** The contract lists what the first line seems to name, split at every comma. */
  private Judgement csv(Path file) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    String[] names = text.lines().findFirst().orElse("").replace("\"", "").split(",");
    List<Column> columns = IntStream.range(0, Math.max(1, names.length)).mapToObj(at -> new Column("c" + at,
        new String(names[at].getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8), LogicalType.STRING, false, true, List.of(), Optional.empty(), Pii.KEEP, "")).toList();
    return desk.judge(Desk.contract(Format.Csv.STANDARD, Drift.STANDARD, columns), "a.csv", file);
  }

  private interface Judging {
    Judgement judge(Path file) throws IOException;
  }

  private static String line(String name, List<Path> files, Judging judging) throws IOException {
    Map<Reason, Long> objects = new TreeMap<>();
    Map<Reason, Long> rows = new TreeMap<>();
    long accepted = 0;
    long duplicates = 0;
    for (Path file : files) {
      Judgement judgement = judging.judge(file);
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
