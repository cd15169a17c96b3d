package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a page tells somebody to type is a command that there is, with options that it has. */
class DocumentedCommandsTest {
  private static final Path DOCS = Path.of("../docs");
  /** In code between backticks or at a line's start, up to what a shell would not hand on; a quoted word may go over lines. */
  private static final Pattern COMMAND = Pattern.compile("(?:`|^\\s*)\\./sluice ((?:\"[^\"]*\"|'[^']*'|[^\"'`\\n#&|])+)", Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> runbook = Files.list(DOCS.resolve("runbook"))) {
      return Stream.concat(runbook.sorted().toList().stream(), Stream.of(DOCS.resolve("deploy.md"), DOCS.resolve("github.md")));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyCommandOfAPageIsOne(Path page) throws Exception {
    for (List<String> words : commands(Files.readString(page))) {
      assertThatCode(() -> Main.parse(words)).as(page + ": ./sluice " + String.join(" ", words)).doesNotThrowAnyException();
    }
  }

  @Test
  void aCommandIsFoundWithItsQuotedWordsAndAnOptionThatIsNoneIsSeen() {
    List<List<String>> found = commands("Type `./sluice runs --env prod`, or\n```\n./sluice query --env prod \"SELECT 1\n  FROM a\"   # one\n```\n`./sluice runs --evn prod`.");

    assertThat(found).containsExactly(List.of("runs", "--env", "prod"), List.of("query", "--env", "prod", "SELECT 1\n  FROM a"), List.of("runs", "--evn", "prod"));
    assertThatThrownBy(() -> Main.parse(found.getLast())).hasMessageContaining("--evn");
  }

  /** Those that the launcher does itself, and names of commands alone, are left out. */
  private static List<List<String>> commands(String page) {
    List<List<String>> commands = new ArrayList<>();
    Matcher matcher = COMMAND.matcher(page);
    while (matcher.find()) {
      List<String> words = WORD.matcher(matcher.group(1)).results().map(DocumentedCommandsTest::word).toList();
      if (!words.contains("…") && words.size() > 1) {
        commands.add(words);
      }
    }
    return commands;
  }

  private static String word(MatchResult word) {
    return Stream.of(1, 2, 3).map(word::group).filter(text -> text != null).findFirst().orElseThrow();
  }
}
