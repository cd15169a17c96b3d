package sluice.lake.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import sluice.lake.problem.InvalidInputException;

class YamlFileTest {
  @Test
  void refusesAFileThatIsTooLarge() {
    assertRefused("a: " + "x".repeat(YamlFile.LARGEST), "error[C002]: the file is too large (f.yml); expected at most 256 KiB");
  }

  @Test
  void takesAFileOfTheLargestSize() throws IOException {
    String text = read("a: " + "x".repeat(YamlFile.LARGEST - 3), root -> root.need("a").text());
    assertThat(text).hasSize(YamlFile.LARGEST - 3);
  }

  @Test
  void refusesListsNestedTooDeepHoweverDeep() {
    String message = "error[C007]: lists and maps are nested too deep (f.yml:1:33); expected at most 32";
    assertRefused("[".repeat(33) + "]".repeat(33), message);
    assertRefused("[".repeat(200_000), message);
  }

  @Test
  void refusesBytesThatAreNoText() {
    assertThatThrownBy(() -> YamlFile.read(new ByteArrayInputStream(new byte[] {'a', ':', ' ', (byte) 0xff}), "f.yml", root -> root))
        .hasMessage("error[C003]: the file is no text (f.yml); expected UTF-8; found bytes that are not UTF-8");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertThatThrownBy(() -> YamlFile.read(Path.of("no/such.yml"), root -> root))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("error[C001]: cannot read no/such.yml (no/such.yml); found there is no such file");
    assertThatThrownBy(() -> YamlFolder.files(Path.of("no/folder"), "*.yml"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("error[C001]: cannot read folder no/folder (no/folder); expected a folder with *.yml; found there is none");
  }

  @Test
  void saysOnceWhatIsWrongInAnAliasedPlace() {
    assertThatThrownBy(() -> read("a: &x {k: 1}\nb: *x\n", root -> {
      root.need("a").need("k").text();
      root.need("b").need("k").text();
      root.need("a").need("k").text();
      return root;
    })).isInstanceOfSatisfying(InvalidInputException.class, wrong -> assertThat(wrong.problems()).hasSize(2));
  }

  @Test
  void neverLetsAValueOutThatWasMadeOfStandIns() {
    assertThatThrownBy(() -> read("a: {}", root -> List.of(root.need("b").text()))).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> read("a: {}", root -> {
      String name = root.need("b").text();
      throw new IllegalArgumentException("empty name" + name);
    })).isInstanceOf(InvalidInputException.class).hasMessage("error[C101]: missing key \"b\" (f.yml)");
  }

  @Test
  void doesNotHideAnErrorOfTheReaderItself() {
    assertThatThrownBy(() -> read("a: 1", root -> {
      throw new IllegalArgumentException("ours");
    })).isExactlyInstanceOf(IllegalArgumentException.class).hasMessage("ours");
  }

  private static void assertRefused(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml, root -> root)).isInstanceOf(InvalidInputException.class).hasMessage(message);
  }

  static <T> T read(String yaml, Function<YamlNode, T> reader) throws IOException {
    return YamlFile.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "f.yml", reader);
  }
}
