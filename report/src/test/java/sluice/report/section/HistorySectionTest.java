package sluice.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.report.Sample;
import sluice.report.model.ReportModel;

class HistorySectionTest {
  private final Section section = new HistorySection();

  @Test
  void theLatestRunsAreInViewAndTheOthersFolded() {
    String html = Models.html(section, Sample.partial());

    assertThat(html).contains("<summary>Show 22 earlier runs</summary>").contains("Run time", "Rows read");
    assertThat(Models.words(html)).contains("21 Nov 2026 06:00:00 UTC ! partial schedule 2,665 9 31.8 s currency_rates");
  }

  @Test
  void aFailedRunSaysWhere() {
    assertThat(Models.words(Models.html(section, Sample.partial()))).contains("✗ failed schedule 0 0 12.4 s in extract");
  }

  @Test
  void theWorstProducerComesFirst() {
    String words = Models.words(Models.html(section, Sample.partial()));
    String producers = words.substring(words.indexOf("Producers"));

    assertThat(producers.indexOf("currency_rates ! failed at times 1")).isPositive().isLessThan(producers.indexOf("nofluffjobs ! rows held back 0"));
  }

  @Test
  void aFirstRunStartsTheHistory() {
    ReportModel first = Models.withHistory(Sample.clean(), List.of());

    assertThat(Models.words(Models.html(section, first))).startsWith("History starts today: this is the first run that is remembered.").contains("devitjobs ✓ steady");
  }

  @Test
  void aFirstRunWithoutSourcesHasNoProducers() {
    assertThat(Models.words(Models.html(section, Models.withHistory(Sample.failed(), List.of())))).endsWith("No source has delivered yet.");
  }
}
