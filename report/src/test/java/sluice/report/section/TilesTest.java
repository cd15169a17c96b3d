package sluice.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.report.Sample;
import sluice.report.html.Writer;
import sluice.report.model.ReportModel;

class TilesTest {
  @Test
  void theRowsAreAnEquation() {
    assertThat(words(Sample.partial())).startsWith("rows read 2,665 ").contains("= accepted 2,636 ", "+ quarantined 9 ", "+ duplicates 20 ");
  }

  @Test
  void anEquationThatDoesNotHoldHasAnotherTerm() {
    assertThat(words(Sample.lossy())).contains("+ without a verdict 1 rows are missing");
    assertThat(words(Sample.partial())).doesNotContain("without a verdict");
  }

  @Test
  void largeNumbersAreComparedInPerCentSmallOnesAsTheyAre() {
    assertThat(words(Sample.partial())).contains("2,665 +1.2 % on 7-day mean").contains("quarantined 9 7-day mean 2");
  }

  @Test
  void aSourceThatFailedDoesNotLookLikeShrinkingOthers() {
    // Without currency_rates the run read a quarter of what all runs before read.
    assertThat(words(Sample.partial())).doesNotContain("−7");
  }

  @Test
  void aFirstRunIsComparedWithNothing() {
    assertThat(words(Models.withHistory(Sample.partial(), List.of()))).contains("rows read 2,665 first run");
  }

  @Test
  void testsAreCountedAndTintedByTheirWorst() {
    assertThat(words(Sample.partial())).contains("tests passed 40 / 41");
    assertThat(html(Sample.partial())).contains("value warn\">40 / 41");
    assertThat(html(Sample.lossy())).contains("value bad\">40 / 41");
    assertThat(words(Sample.failed())).contains("tests passed none ran");
  }

  @Test
  void freshnessSaysWhoPublished() {
    assertThat(words(Sample.clean())).contains("published 06:00 UTC, 21 Nov 2026, by this run");
    assertThat(words(Sample.failed())).contains("published 18:00 UTC, 20 Nov 2026, 12 h before this page");
    assertThat(words(Sample.empty())).contains("published nothing yet");
  }

  private static String html(ReportModel model) {
    return Writer.write(Tiles.of(View.of(model)));
  }

  private static String words(ReportModel model) {
    return Models.words(html(model));
  }
}
