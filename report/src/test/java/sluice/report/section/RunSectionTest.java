package sluice.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sluice.report.Sample;

class RunSectionTest {
  private final Section section = new RunSection();

  @Test
  void everyDatasetsRowsAddUp() {
    String words = Models.words(Models.html(section, Sample.partial()));

    assertThat(words).contains("nofluffjobs 2,365 2,339 7 19 ✓ adds up", "all 2,665 2,636 9 20 ✓ adds up");
  }

  @Test
  void aMissingRowIsNamedWhereItIsMissing() {
    String words = Models.words(Models.html(section, Sample.lossy()));

    assertThat(words).contains("nofluffjobs 2,365 2,338 7 19 ✗ 1 row missing", "devitjobs 300 297 2 1 ✓ adds up");
  }

  @Test
  void namesWhatReadersGot() {
    assertThat(Models.words(Models.html(section, Sample.partial()))).contains("What readers got Tables published by this run table rows job_postings 2,636");
    assertThat(Models.html(section, Sample.failed())).doesNotContain("What readers got");
  }

  @Test
  void aRunThatGotNowhereSaysSo() {
    assertThat(Models.html(section, Sample.failed())).contains("No dataset reached the gate.").contains("chart-where-the-time-went");
  }

  @Test
  void saysWhereItsFiguresComeFrom() {
    assertThat(Models.words(Models.html(section, Sample.clean()))).endsWith("From the run ledger: ./sluice runs --json copy");
  }
}
