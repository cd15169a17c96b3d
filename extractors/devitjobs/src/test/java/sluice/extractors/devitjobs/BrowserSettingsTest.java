package sluice.extractors.devitjobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.lake.DatasetName;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.source.SourceSpec;
import sluice.lake.source.Sources;

class BrowserSettingsTest {
  @TempDir Path folder;

  @Test
  void theShippedDefinitionNamesTheLiveSite() {
    SourceSpec spec = Sources.bundled(new DatasetName("devitjobs"));
    assertThat(spec.required()).isTrue();
    assertThat(spec.egress()).containsExactly("devitjobs.uk");
    assertThat(BrowserSettings.read(spec.settings())).isEqualTo(new BrowserSettings(
        URI.create("https://devitjobs.uk/jobs/Data/all"), new ScrollBounds(2_000, Duration.ofSeconds(15)), Duration.ofSeconds(30)));
  }

  @Test
  void anotherOriginKeepsThePath() {
    BrowserSettings live = new BrowserSettings(URI.create("https://devitjobs.uk/jobs/Data/all"), null, null);
    assertThat(live.at(URI.create("http://127.0.0.1:8080/devitjobs/")).url()).hasToString("http://127.0.0.1:8080/devitjobs/jobs/Data/all");
    assertThat(live.at(URI.create("http://127.0.0.1:8080")).url()).hasToString("http://127.0.0.1:8080/jobs/Data/all");
  }

  @Test
  void aWrongAddressIsRefusedWithItsPlace() throws IOException {
    SourceSpec spec = spec("url: \"http://devitjobs.uk/jobs\"", "max_scrolls: 10");
    assertThatThrownBy(() -> BrowserSettings.read(spec.settings())).isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("browser.url").hasMessageContaining("expected https://host/path, found \"http://devitjobs.uk/jobs\"");
  }

  @Test
  void everyWrongKeyIsReportedAtOnce() throws IOException {
    SourceSpec spec = spec("url: \"https://devitjobs.uk/jobs\"", "max_scrolls: 0", "max_scroll: 5");
    assertThatThrownBy(() -> BrowserSettings.read(spec.settings())).isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("unknown key \"max_scroll\"; did you mean \"max_scrolls\"?").hasMessageContaining("browser.max_scrolls cannot be used");
  }

  private SourceSpec spec(String... browser) throws IOException {
    Path file = Files.createDirectories(folder.resolve("devitjobs")).resolve("source.yml");
    Files.writeString(file, """
        source: devitjobs
        description: A board.
        kind: browser
        required: true
        function: {package: image, memory_mb: 2048, timeout_seconds: 900}
        egress: [devitjobs.uk]
        secrets: []
        limits: {requests: 10, rows: 10, response_bytes: 20971520, run_seconds: 780}
        browser:
          load_seconds: 30
          stall_seconds: 15
          %s
        """.formatted(String.join("\n  ", browser)));
    return Sources.read(file);
  }
}
