package sluice.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.lake.ledger.RunStatus;
import sluice.report.Sample;
import sluice.report.html.Writer;
import sluice.report.model.Level;
import sluice.report.model.Outcome;
import sluice.report.section.GuideSection;
import sluice.report.section.ProblemsSection;
import sluice.report.section.View;

class PageTest {
  private final String page = Page.of(View.of(Sample.partial()), List.of(new ProblemsSection(), new GuideSection()));

  @Test
  void theTitleSaysTheVerdictToWhoHasManyTabs() {
    assertThat(page).contains("<title>PARTIAL · job market · 21 Nov 06:00 · Sluice</title>");
  }

  @Test
  void thereIsOneMainHeadingAndEveryLandmark() {
    assertThat(page.split("<h1>")).hasSize(2);
    assertThat(page).contains("<header", "<nav aria-label=\"Sections\">", "<main>", "<footer");
  }

  @Test
  void theMenuCountsTheProblems() {
    assertThat(page).contains("<a href=\"#problems\">Problems (5)</a><a href=\"#guide\">How to read this page</a>");
    assertThat(Page.of(View.of(Sample.clean()), List.of(new ProblemsSection()))).contains("<a href=\"#problems\">Problems</a>");
  }

  @Test
  void everySectionIsNamedByItsHeading() {
    assertThat(page).contains("<section id=\"guide\" aria-labelledby=\"heading-guide\"><h2 id=\"heading-guide\">How to read this page</h2>");
  }

  @Test
  void everyToneHasAGlyphSoThatColourIsNotAlone() {
    assertThat(Tone.values()).extracting(Tone::glyph).doesNotHaveDuplicates().doesNotContain("");
    assertThat(Writer.write(Badge.of(Tone.of(RunStatus.PARTIAL), RunStatus.PARTIAL)))
        .isEqualTo("<span class=\"badge warn\"><span class=\"glyph\" aria-hidden=\"true\">!</span> partial</span>");
  }

  @Test
  void statesHaveTheirTones() {
    assertThat(RunStatus.values()).extracting(Tone::of).containsExactly(Tone.OK, Tone.WARN, Tone.BAD);
    assertThat(Level.values()).extracting(Tone::of).containsExactly(Tone.BAD, Tone.WARN, Tone.INFO);
    assertThat(Outcome.values()).extracting(Tone::of).containsExactly(Tone.OK, Tone.WARN, Tone.BAD, Tone.QUIET);
  }

  @Test
  void aCommandCanBeCopiedAndIsReadOut() {
    assertThat(Writer.write(Command.line("./sluice runs"))).isEqualTo("<span class=\"command\"><code>./sluice runs</code>"
        + "<button class=\"copy\" type=\"button\" data-copy=\"./sluice runs\" aria-label=\"Copy ./sluice runs\">copy</button></span>");
  }

  @Test
  void foldedSqlCanBeCopied() {
    assertThat(Writer.write(Disclosure.sql("sources", "select 1 < 2")))
        .contains("<summary>SQL: sources</summary>", "<code>select 1 &lt; 2</code>", "data-copy=\"select 1 &lt; 2\"");
  }
}
