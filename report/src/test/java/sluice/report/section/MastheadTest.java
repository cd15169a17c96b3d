package sluice.report.section;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sluice.report.Sample;
import sluice.report.html.Writer;
import sluice.report.model.ReportModel;

class MastheadTest {
  @Test
  void theVerdictComesFirstWithGlyphAndWord() {
    assertThat(words(Sample.clean())).startsWith("job market · local world ✓ SUCCEEDED 21 Nov 2026 06:00:00 UTC Everything was read");
    assertThat(words(Sample.partial())).contains("! PARTIAL");
    assertThat(words(Sample.failed())).contains("✗ FAILED");
  }

  @Test
  void nothingToDoNeedsNoCommand() {
    assertThat(words(Sample.clean())).contains("Nothing to do. run 20261121T0600Z-sched");
  }

  @Test
  void theWorstProblemsCommandIsAtHand() {
    assertThat(words(Sample.partial())).contains("No hurry: 5 things to look at. See below or type ./sluice run copy");
    assertThat(Writer.write(Masthead.of(View.of(Sample.partial())))).contains("data-copy=\"./sluice run\"");
  }

  @Test
  void saysWhatRunItWasAndHowLongItTook() {
    assertThat(words(Sample.partial())).contains("trigger: schedule", "took 31.8 s (7-day mean 30.0 s)", "Sluice 0.1.0");
  }

  @Test
  void aFailedRunsTimeIsComparedWithNothing() {
    assertThat(words(Sample.failed())).contains("took 12.4 s Sluice");
  }

  @Test
  void lostRowsTakeTheGreenAway() {
    String html = Writer.write(Masthead.of(View.of(Sample.lossy())));

    assertThat(html).contains("class=\"verdict bad\"").contains("SUCCEEDED, with errors");
  }

  private static String words(ReportModel model) {
    return Models.words(Masthead.of(View.of(model)));
  }
}
