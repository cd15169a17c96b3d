package sluice.cli.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class YamlTextTest {
  @ParameterizedTest
  @ValueSource(strings = {
    "plain words, and a comma.", "", " ", "no", "True", "null", "12", "1e3", "2026-11-21", "a: b", "a #b", "# a", "- a", "[a]", "{a}", "'a'",
    "\"a\"", "a\\b", "a\nb", "a\tb", "&a", "*a", "!a", "%a", "@a", "`a`", "łódź", "it's", "ends with space ", "🚀", "a\u0085b\u0007", "?", "|"})
  void readsBackAsTheSameText(String text) {
    assertThat(load("key: " + YamlText.value(text))).isEqualTo(Map.of("key", text));
    assertThat(load("key: " + YamlText.quoted(text))).isEqualTo(Map.of("key", text));
    assertThat(load("key: [" + YamlText.entry(text) + ", x]")).isEqualTo(Map.of("key", List.of(text, "x")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"The company that hires.|The company that hires.", "a: b|\"a: b\"", "no|\"no\""})
  void quotesOnlyWhatNeedsIt(String text, String written) {
    assertThat(YamlText.value(text)).isEqualTo(written);
  }

  private static Object load(String yaml) {
    return new Load(LoadSettings.builder().build()).loadFromString(yaml);
  }
}
