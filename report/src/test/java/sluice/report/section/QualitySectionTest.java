package sluice.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.report.Sample;
import sluice.report.model.Check;
import sluice.report.model.Outcome;

class QualitySectionTest {
  private final Section section = new QualitySection();

  @Test
  void countsTheOutcomes() {
    assertThat(Models.words(Models.html(section, Sample.partial()))).startsWith("Of 41 dbt tests: 40 passed, 1 warned. 5 of them check the SQL itself");
  }

  @Test
  void showsWhatDidNotPassAndFoldsTheRest() {
    String html = Models.html(section, Sample.partial());

    assertThat(Models.words(html)).contains("! warned pay_is_plausible_job_postings job_postings 3 0.3 s Got 3 results, configured to warn if != 0");
    assertThat(html).contains("<tr id=\"rule-pay-is-plausible-job-postings\">").contains("<summary>Show all 41 tests</summary>");
  }

  @Test
  void whereAllPassedNothingIsInTheWay() {
    assertThat(Models.html(section, Sample.clean())).doesNotContain("Tests that did not pass");
  }

  @Test
  void aBuildThatWasNotReachedSaysSo() {
    assertThat(Models.words(Models.html(section, Sample.failed()))).isEqualTo("No test ran: the build was not reached, or left no results.");
  }

  @Test
  void allDataTestsAreSaidToReadTheData() {
    Check only = new Check("a", Check.Kind.DATA, "m", Outcome.SKIPPED, 0, Duration.ZERO, Optional.empty());

    assertThat(Models.words(Models.html(section, Models.withChecks(Sample.first(), List.of(only)))))
        .startsWith("Of 1 dbt test: 0 passed, 1 skipped. All of them read the data. ");
  }
}
