package sluice.validator.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Drift;
import sluice.lake.contract.Format;
import sluice.lake.contract.LogicalType;
import sluice.lake.contract.Pii;
import sluice.lake.json.Json;
import sluice.validator.Reason;

/** Each {@code recipe.json} under {@code reasons/} makes a file that gets exactly the reason that its folder is named after. */
class FileReasonGoldenTest {
  private static final Path GOLDEN = Path.of("src", "test", "resources", "reasons");

  static List<Path> recipes() throws Exception {
    try (var folders = Files.list(GOLDEN)) {
      return folders.map(folder -> folder.resolve("recipe.json")).filter(Files::exists).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void givesExactlyThisReason(Path file, @TempDir Path folder) throws Exception {
    Reason reason = Reason.valueOf(file.getParent().getFileName().toString().toUpperCase(java.util.Locale.ROOT));
    JsonNode recipe = Json.MAPPER.readTree(file.toFile());
    Desk desk = new Desk(folder);
    Judgement judgement = desk.judge(contract(recipe), recipe.path("name").asText(), bytes(recipe));
    String detail = recipe.path("detail").asText();
    switch (recipe.path("verdict").asText()) {
      case "object" -> assertThat(judgement).isInstanceOfSatisfying(Judgement.ObjectRefused.class, refused -> {
        assertThat(refused.reason()).isEqualTo(reason);
        assertThat(refused.detail()).contains(detail);
      });
      case "stop" -> assertThat(judgement).isInstanceOfSatisfying(Judgement.Stop.class, stop -> {
        assertThat(stop.reason()).isEqualTo(reason);
        assertThat(stop.detail()).contains(detail);
      });
      default -> {
        assertThat(judgement).isInstanceOfSatisfying(Judgement.RowsJudged.class, judged -> {
          assertThat(judged.reasons()).isEqualTo(Map.of(reason, 1L));
          assertThat(judged.accepted()).isEqualTo(1);
        });
        List<String> row = desk.refused().rows().getFirst();
        assertThat(row.get(0)).isEqualTo(reason.code());
        assertThat(row.get(2)).isEqualTo(recipe.path("column").asText(null));
        assertThat(row.get(3)).contains(detail);
        assertThat(row.get(6)).isEqualTo(recipe.path("row").asText());
        assertThat(row.get(7)).isEqualTo(recipe.path("line").asText());
      }
    }
    assertThat(desk.judge(contract(recipe), recipe.path("name").asText(), bytes(recipe))).isEqualTo(judgement);
  }

  private static byte[] bytes(JsonNode recipe) throws Exception {
    if (recipe.has("hex")) {
      return HexFormat.of().parseHex(recipe.path("hex").asText());
    }
    String text = recipe.path("text").asText() + recipe.path("pad").asText().repeat(recipe.path("padTimes").asInt()) + recipe.path("end").asText();
    byte[] bytes = text.getBytes(Charset.forName(recipe.path("charset").asText("UTF-8")));
    return recipe.path("gzip").asBoolean() ? Desk.gzip(bytes) : bytes;
  }

  private static Contract contract(JsonNode recipe) {
    Format format = switch (recipe.path("format").asText()) {
      case "csv" -> Format.Csv.STANDARD;
      case "json" -> new Format.JsonArray();
      case "jsonl" -> new Format.JsonLines();
      default -> new Format.Parquet();
    };
    Map<Drift.Kind, Drift.Action> actions = new EnumMap<>(Drift.STANDARD.actions());
    recipe.path("drift").properties().forEach(
        entry -> actions.put(Drift.Kind.valueOf(entry.getKey()), Drift.Action.valueOf(entry.getValue().asText())));
    return Desk.contract(format, new Drift(actions), List.of(
        column("id", "string", false, List.of(), null), column("n", "int", true, List.of(), null),
        column("price", "decimal(6,2)", true, List.of(), null), column("day", "date", true, List.of(), null),
        column("kind", "string", false, List.of("a", "b"), null), column("mail", "string", true, List.of(), "[^@]+@[^@]+|y*"),
        column("tags", "json", true, List.of(), null)));
  }

  private static Column column(String name, String type, boolean nullable, List<String> allowed, String pattern) {
    return new Column(name, name, LogicalType.parse(type), !nullable, nullable, allowed, Optional.ofNullable(pattern), Pii.KEEP, "");
  }
}
