package sluice.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.report.Sample;
import sluice.report.model.ReportModel;
import sluice.report.model.Run;

class ProblemsSectionTest {
  private final Section section = new ProblemsSection();

  @Test
  void answersWhatHappenedWhatWasTriedWhatIsSafeWhatToType() {
    assertThat(Models.words(Models.html(section, Sample.partial()))).contains(
        "! warning currency_rates S301 cannot connect to PostgreSQL 127.0.0.1:54329: connection refused "
            + "already tried: 3 times in 7 s what is safe: pay is converted with the rates of 20 Nov 21 Nov 06:00 UTC ./sluice run copy");
  }

  @Test
  void everyProblemCanBeLinkedToByItsCode() {
    assertThat(Models.html(section, Sample.partial())).contains("<tr id=\"s301\">", "<tr id=\"salary-not-a-number\">");
  }

  @Test
  void heldBackRowsAreOneLinkAway() {
    assertThat(Models.html(section, Sample.partial())).contains("<a href=\"#q-7f3a91\">show it</a>");
  }

  @Test
  void errorsComeBeforeWarnings() {
    String html = Models.html(section, Sample.lossy());

    assertThat(html.lastIndexOf("error</span>")).isPositive().isLessThan(html.indexOf("warning</span>"));
  }

  @Test
  void noProblemIsOneLine() {
    assertThat(Models.words(Models.html(section, Sample.clean()))).isEqualTo("✓ Nothing to do. 41 of 41 tests passed, every row is accounted for.");
  }

  @Test
  void aProblemWithoutACommandAsksToLook() {
    assertThat(Models.words(Models.html(section, Sample.empty()))).contains("no_rows this run read 0 rows; the run before read 284 this run look at it");
  }

  @Test
  void withoutTestsOnlyTheRowsAreVouchedFor() {
    Run run = Sample.clean().run();
    Run unpublished = new Run(run.id(), run.status(), run.trigger(), run.startedAt(), run.took(), run.datasets(), Map.of(), List.of(), Optional.empty());
    ReportModel model = Models.with(Models.withChecks(Sample.clean(), List.of()), unpublished);

    assertThat(Models.words(Models.html(section, model))).isEqualTo("✓ Nothing to do. Every row is accounted for.");
  }
}
