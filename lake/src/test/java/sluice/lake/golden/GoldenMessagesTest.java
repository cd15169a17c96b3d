package sluice.lake.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.lake.contract.Contracts;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.problem.ProblemText;
import sluice.lake.problem.SourceLines;
import sluice.lake.source.Sources;

/** Each folder under golden/ holds a wrong file and the whole text that a person sees for it; a new case is a new folder. */
class GoldenMessagesTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  static Stream<Path> contracts() throws IOException {
    return cases("contract");
  }

  static Stream<Path> sources() throws IOException {
    return cases("source");
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void tellsWhatIsWrongWithAContract(Path folder) throws IOException {
    assertMessages(folder, Contracts::readAll);
  }

  @ParameterizedTest
  @MethodSource("sources")
  void tellsWhatIsWrongWithASource(Path folder) throws IOException {
    assertMessages(folder, Sources::readAll);
  }

  @Test
  void reportsAtMostTwentyProblemsOfOneFile() throws IOException {
    assertThat(messages(GOLDEN.resolve("contract/more_than_twenty"), Contracts::readAll).split("error\\[")).hasSize(21);
  }

  private static void assertMessages(Path folder, Function<Path, ?> reader) throws IOException {
    assertThat(messages(folder, reader)).isEqualTo(Files.readString(folder.resolve("expected.txt")));
  }

  private static String messages(Path folder, Function<Path, ?> reader) {
    try {
      reader.apply(folder);
      return "no problems\n";
    } catch (InvalidInputException wrong) {
      return wrong.problems().stream()
          .map(problem -> problem.at(folder.relativize(Path.of(problem.file())).toString(),
              problem.line() == null ? 0 : problem.line(), problem.column() == null ? 0 : problem.column()))
          .map(problem -> ProblemText.lines(problem, SourceLines.in(folder)))
          .flatMap(List::stream)
          .map(line -> line + "\n")
          .collect(Collectors.joining());
    }
  }

  private static Stream<Path> cases(String kind) throws IOException {
    try (Stream<Path> folders = Files.list(GOLDEN.resolve(kind))) {
      return folders.sorted().toList().stream();
    }
  }
}
