package sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sample's page has the bones its folder says; {@code -Dsluice.golden=write} writes them anew, to be read before they are committed. */
class GoldenOutlineTest {
  private static final Path GOLDEN = Path.of("src/test/resources/sluice/report/golden");

  static Stream<String> samples() {
    return Pages.samples().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void thePageHasTheseBones(String sample) throws IOException {
    Path golden = GOLDEN.resolve(sample).resolve("outline.txt");
    String outline = Outline.of(Report.html(Pages.samples().get(sample)));
    if ("write".equals(System.getProperty("sluice.golden"))) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, outline);
    }

    assertThat(outline).isEqualTo(Files.readString(golden));
  }
}
