package sluice.quality.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sluice.lake.contract.Quality;
import sluice.lake.contract.Ruleset;
import sluice.quality.dqdl.RulesText;

class MartRulesTest {
  @Test
  void readsBothRulesets() {
    assertThat(read("fail: |\n  Rules = [ RowCount > 0 ]\n")).containsExactly(
        new RuleBook.Built("sales", new Quality(new Ruleset("Rules = [ RowCount > 0 ]\n", 2), Ruleset.NONE)));
    assertThat(read("warn: Rules = [ RowCount > 0 ]").getFirst().texts()).extracting(RulesText::key).containsExactly("warn");
  }

  @Test
  void refusesOtherKeysAndAnEmptyFile() {
    assertThatThrownBy(() -> read("fial: Rules = [ RowCount > 0 ]"))
        .hasMessageContaining("unknown key \"fial\"; did you mean \"fail\"?").hasMessageContaining("quality/rules/sales.yml");
    assertThatThrownBy(() -> read("{}")).hasMessageContaining("missing key \"fail\"");
  }

  @Test
  void everyRulesFileIsNamedAsAMart() throws Exception {
    for (RuleBook book : MartRules.bundled()) {
      assertThat(Path.of("../dbt/models/marts", book.name() + ".sql")).exists();
    }
    try (var marts = Files.newDirectoryStream(Path.of("../dbt/models/marts"), "*.sql")) {
      marts.forEach(mart -> assertThat(MartRules.bundled()).extracting(RuleBook::name)
          .contains(mart.getFileName().toString().replace(".sql", "")));
    }
  }

  private static List<RuleBook> read(String yaml) {
    return MartRules.read(new TreeMap<>(Map.of("sales.yml", yaml.getBytes(StandardCharsets.UTF_8))));
  }
}
