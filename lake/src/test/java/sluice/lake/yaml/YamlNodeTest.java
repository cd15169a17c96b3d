package sluice.lake.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import sluice.lake.problem.InvalidInputException;

class YamlNodeTest {
  enum Colour { RED, DARK_BLUE }

  @Test
  void readsWhatStandsThere() throws IOException {
    String yaml = """
        text: some words
        quoted: "12"
        number: 12
        flag: true
        colour: dark_blue
        wait: PT3S
        list: [a, b]
        params: {region: pl, limit: 50, deep: false}
        nothing:
        """;
    YamlFileTest.read(yaml, root -> {
      assertThat(root.need("text").text()).isEqualTo("some words");
      assertThat(root.need("quoted").text()).isEqualTo("12");
      assertThat(root.need("number").integer(1, 20)).isEqualTo(12);
      assertThat(root.need("number").scalar()).isEqualTo("12");
      assertThat(root.need("flag").flag()).isTrue();
      assertThat(root.need("colour").oneOf(Colour.class)).isEqualTo(Colour.DARK_BLUE);
      assertThat(root.need("colour").oneOf(List.of("dark_blue", "x"))).isEqualTo("dark_blue");
      assertThat(root.need("wait").as(Duration::parse, Duration.ZERO)).isEqualTo(Duration.ofSeconds(3));
      assertThat(root.need("list").texts()).containsExactly("a", "b");
      assertThat(root.need("params").scalars()).isEqualTo(Map.of("region", "pl", "limit", "50", "deep", "false"));
      assertThat(root.need("params").scalars().keySet()).containsExactly("region", "limit", "deep");
      assertThat(root.find("absent")).isEmpty();
      assertThat(root.need("nothing").isNull()).isTrue();
      assertThat(root.need("list").isList()).isTrue();
      assertThat(root.isMap()).isTrue();
      return null;
    });
  }

  @Test
  void readsTextsOfAnyCharacters() throws IOException {
    YamlFileTest.read("empty: ''\ntab: \"\\t\"\n", root -> {
      assertThat(root.need("empty").chars()).isEmpty();
      assertThat(root.need("tab").chars()).isEqualTo("\t");
      return null;
    });
  }

  @Test
  void knowsWhereATextItselfStarts() throws IOException {
    YamlFileTest.read("block: | # why\n\n  text\nbeside: text\n", root -> {
      assertThat(root.need("block").textLine()).isEqualTo(2);
      assertThat(root.need("block").text()).isEqualTo("\ntext\n");
      assertThat(root.need("beside").textLine()).isEqualTo(4);
      return null;
    });
  }

  @Test
  void knowsItsPlace() throws IOException {
    YamlFileTest.read("rest:\n  pages:\n    - {type: x}\n", root -> {
      YamlNode type = root.need("rest").need("pages").items().getFirst().need("type");
      assertThat(type.path()).isEqualTo("rest.pages[0].type");
      assertThat(type.file()).isEqualTo("f.yml");
      assertThat(type.line()).isEqualTo(3);
      assertThat(type.column()).isEqualTo(14);
      return null;
    });
  }

  @Test
  void saysWhatWasExpectedAndFound() {
    assertProblem("a: 1", root -> root.need("a").text(), "a has the wrong type", "a text", "the number 1");
    assertProblem("a: ''", root -> root.need("a").text(), "a has the wrong type", "a text", "\"\"");
    assertProblem("a:", root -> root.need("a").scalar(), "a has the wrong type", "a single value", "nothing");
    assertProblem("a: x", root -> root.need("a").integer(1, 5000),
        "a has the wrong type", "a whole number from 1 to 5,000", "\"x\"");
    assertProblem("a: 9", root -> root.need("a").integer(1, 5), "a cannot be used", "a whole number from 1 to 5", "the number 9");
    assertProblem("a: 0x10", root -> root.need("a").integer(1, 50),
        "a cannot be used", "a whole number from 1 to 50", "the number 0x10");
    assertProblem("a: yes", root -> root.need("a").flag(), "a has the wrong type", "true or false", "\"yes\"");
    assertProblem("a: {}", root -> root.need("a").items(), "a has the wrong type", "a list", "an empty map");
    assertProblem("a: [1]", root -> root.need("a").entries(), "a has the wrong type", "a map of keys and values", "a list");
    assertProblem("a: blue", root -> root.need("a").oneOf(Colour.class), "a is not known", "one of red, dark_blue", "\"blue\"");
    assertProblem("a: rde", root -> root.need("a").oneOf(Colour.class),
        "a is not known; did you mean \"red\"?", "one of red, dark_blue", "\"rde\"");
    assertProblem("a: []", root -> root.need("a").oneOf(Colour.class), "a has the wrong type", "one of red, dark_blue", "an empty list");
    assertProblem("a: soon", root -> root.need("a").as(Duration::parse, Duration.ZERO),
        "a: Text cannot be parsed to a Duration", null, null);
    assertProblem("a: []", root -> root.need("a").as(Duration::parse, Duration.ZERO), "a has the wrong type", "a text", "an empty list");
    assertProblem("[1]", YamlNode::entries, "the file has the wrong type", "a map of keys and values", "a list");
  }

  @Test
  void shortensWhatItShows() {
    assertProblem("a: " + "x".repeat(500), root -> root.need("a").flag(),
        "a has the wrong type", "true or false", '"' + "x".repeat(60) + "…\"");
  }

  @Test
  void saysNothingMoreAboutWhatIsMissing() {
    assertProblem("a: {}", root -> {
      YamlNode gone = root.need("a").need("b");
      gone.text();
      gone.integer(1, 2);
      gone.flag();
      gone.oneOf(Colour.class);
      gone.as(Duration::parse, Duration.ZERO);
      gone.items();
      gone.scalars();
      gone.need("c").onlyKeys("d");
      gone.refuseValue("anything");
    }, "missing key \"b\" in a", null, null);
  }

  @Test
  void keepsASubtreeForALaterReaderWithItsOwnProblems() throws IOException {
    YamlNode kept = YamlFileTest.read("rest: {limit: 5, pth: x}", root -> root.need("rest"));
    long limit = kept.validated(rest -> rest.need("limit").integer(1, 9));
    assertThat(limit).isEqualTo(5);
    for (int again = 0; again < 2; again++) {
      assertThatThrownBy(() -> kept.validated(rest -> {
        rest.onlyKeys("limit", "path");
        return rest.need("path").text();
      })).isInstanceOf(InvalidInputException.class).hasMessage("""
          error[C101]: missing key "path" in rest (f.yml:1:7)
          error[C201]: unknown key "pth"; did you mean "path"? (f.yml:1:18); expected one of limit, path""");
    }
  }

  private static void assertProblem(String yaml, Consumer<YamlNode> reading, String what, String expected, String found) {
    assertThatThrownBy(() -> YamlFileTest.read(yaml, root -> {
      reading.accept(root);
      return null;
    })).isInstanceOfSatisfying(InvalidInputException.class, wrong -> {
      assertThat(wrong.problems()).hasSize(1);
      assertThat(wrong.problems().getFirst().what()).isEqualTo(what);
      assertThat(wrong.problems().getFirst().expected()).isEqualTo(expected);
      assertThat(wrong.problems().getFirst().found()).isEqualTo(found);
    });
  }
}
