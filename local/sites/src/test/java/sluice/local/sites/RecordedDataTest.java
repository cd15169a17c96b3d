package sluice.local.sites;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.local.sites.rates.Rate;
import sluice.local.sites.web.Json;

/** The recorded answers, which are not part of this project, as the sites show them. */
class RecordedDataTest {
  @TempDir Path state;
  private SampleData data;

  @BeforeEach
  void findRecordedData() {
    Optional<Path> found = Stream.concat(Stream.ofNullable(System.getenv("SLUICE_RECORDED_DATA")).map(Path::of), Stream.of(Path.of("../../../shared/data")))
        .filter(Files::isDirectory).findFirst();
    String missing = "skipped: no recorded data (looked at SLUICE_RECORDED_DATA and ../shared/data beside the project)";
    if (found.isEmpty()) {
      System.out.println(missing);
    }
    Assumptions.assumeTrue(found.isPresent(), missing);
    data = SampleData.of(SitesOptions.parse(List.of("--state-dir", state.toString(), "--data", found.orElseThrow().toString()), LocalDate.EPOCH));
  }

  @Test
  void theBoardShowsEveryRecordedAdvertInFrancs() {
    assertThat(data.board().adverts()).hasSize(275).extracting(advert -> advert.slug()).doesNotHaveDuplicates();
    assertThat(data.board().adverts()).filteredOn(advert -> advert.salary().text().startsWith("CHF ")).hasSize(274);
    assertThat(data.board().adverts()).filteredOn(advert -> advert.salary().text().endsWith(" CHF/hour")).hasSize(1);
  }

  @Test
  void theSearchFindsEveryRecordedPostingAlsoTheRepeatedOnes() throws JsonProcessingException {
    Set<String> ids = new HashSet<>();
    for (String posting : data.postings().rows()) {
      ids.add(Json.MAPPER.readTree(posting).path("id").asText());
    }
    assertThat(data.postings().rows()).hasSize(94);
    assertThat(ids).hasSize(86);
  }

  @Test
  void theRatesAreTheBanksWholeHistory() {
    try (Stream<Rate> rates = data.rates().rows()) {
      List<Rate> zloty = rates.filter(rate -> rate.quote().equals("PLN")).toList();
      assertThat(zloty).hasSize(6_983);
      assertThat(zloty.getLast().day()).isEqualTo("1999-01-04");
    }
  }
}
