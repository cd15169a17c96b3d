package sluice.extractors.devitjobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.extractors.kit.Cursor;
import sluice.extractors.kit.Progress;
import sluice.local.sites.board.Advert;
import sluice.local.sites.board.RecordedBoard;
import sluice.local.sites.web.Json;

/** The recorded adverts of the board's family, which are not part of this project, on the sample page. */
class RecordedScrapeTest {
  private static final String FILE = "devitjobs_family/swissdevjobs_jobsLight_2025-11-26.json";

  @TempDir Path scratch;

  @Test
  void everyRecordedAdvertBecomesTheRowThatItsCardShows() throws IOException {
    List<Advert> adverts = RecordedBoard.from(Json.read(recorded())).adverts();
    CollectedRows out = new CollectedRows();
    try (TestBoard board = new TestBoard(adverts)) {
      Progress progress = new DevItJobsSource(board.settings(), TestBoard.SITE, board.egress(), TestChromium.required(scratch))
          .read(Cursor.START, out, () -> Duration.ofMinutes(5));
      assertThat(progress).isEqualTo(new Progress.Finished(OptionalLong.of(275)));
    }
    assertThat(out.rows).extracting(row -> row.get("title")).isEqualTo(adverts.stream().map(advert -> advert.title().strip()).toList());
    assertThat(out.rows).extracting(row -> row.get("company")).isEqualTo(adverts.stream().map(Advert::company).toList());
    assertThat(out.rows).extracting(row -> row.get("posted_at")).isEqualTo(adverts.stream().map(Advert::posted).toList());
    assertThat(out.rows).filteredOn(row -> row.containsKey("salary_annual")).hasSize(274)
        .allMatch(row -> row.get("salary_annual").matches("CHF [\\d,]+ - CHF [\\d,]+"));
    assertThat(out.rows).filteredOn(row -> !row.containsKey("salary_annual")).extracting(row -> row.get("salary_text"))
        .allMatch(text -> text.endsWith(" CHF/hour"));
  }

  private static Path recorded() {
    Optional<Path> file = Stream.concat(Stream.ofNullable(System.getenv("SLUICE_RECORDED_DATA")), Stream.of("../../../shared/data"))
        .map(folder -> Path.of(folder, FILE)).filter(Files::exists).findFirst();
    String missing = "skipped: no recorded data (looked at SLUICE_RECORDED_DATA and ../shared/data beside the project)";
    if (file.isEmpty()) {
      System.out.println(missing);
    }
    Assumptions.assumeTrue(file.isPresent(), missing);
    return file.orElseThrow();
  }
}
