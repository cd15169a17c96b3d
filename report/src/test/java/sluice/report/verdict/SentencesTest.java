package sluice.report.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.report.Sample;
import sluice.report.model.Level;
import sluice.report.model.Problem;
import sluice.report.model.ReportModel;

class SentencesTest {
  @Test
  void aGoodRunSaysWhatReadersGot() {
    assertThat(story(Sample.clean())).isEqualTo(
        "Everything was read, checked and published: currency_rates 8,214, job_postings 2,636, postings_by_technology 7,904.");
    assertThat(headline(Sample.clean())).isEqualTo("OK SUCCEEDED");
  }

  @Test
  void aPartialRunSaysWhoFailedAndWhy() {
    assertThat(story(Sample.partial())).startsWith(
        "currency_rates (optional) failed: cannot connect to PostgreSQL 127.0.0.1:54329: connection refused. Everything required is published");
    assertThat(headline(Sample.partial())).isEqualTo("WARN PARTIAL");
  }

  @Test
  void aFailedRunSaysWhereAndWhatReadersStillSee() {
    assertThat(story(Sample.failed())).isEqualTo(
        "It stopped in extract: page 3 of POST search/posting answered 200, but has no \"totalCount\". "
            + "Nothing new is published; readers still see the data of 20 Nov 2026 18:00:31 UTC.");
    assertThat(headline(Sample.failed())).isEqualTo("BAD FAILED");
  }

  @Test
  void aRunThatLostRowsIsNotGreenThoughItSucceeded() {
    assertThat(story(Sample.lossy())).contains("But nofluffjobs: 1 row read and never given a verdict.");
    assertThat(headline(Sample.lossy())).isEqualTo("BAD SUCCEEDED, with errors");
  }

  @Test
  void aRunThatReadNothingIsNotGreenEither() {
    assertThat(story(Sample.empty())).isEqualTo("It ran to its end, but read 0 rows from 3 sources.");
    assertThat(headline(Sample.empty())).isEqualTo("WARN SUCCEEDED, without a row");
  }

  @Test
  void adviceSaysHowMuchHurryThereIs() {
    Problem error = Problem.of("e", Level.ERROR, "a", "b");
    Problem warning = Problem.of("w", Level.WARNING, "a", "b");

    assertThat(Sentences.advice(List.of())).isEqualTo("Nothing to do.");
    assertThat(Sentences.advice(List.of(warning))).isEqualTo("No hurry: 1 thing to look at.");
    assertThat(Sentences.advice(List.of(error, warning, warning))).isEqualTo("Somebody has to act: 1 error and 2 warnings.");
  }

  @Test
  void anErrorWithoutWordsIsItsName() {
    assertThat(Sentences.error("sluice.extractors.kit.SourceUnavailableException", "")).isEqualTo("SourceUnavailableException");
    assertThat(Sentences.error("States.Timeout", " it took too long. ")).isEqualTo("it took too long");
  }

  private static String story(ReportModel model) {
    return Sentences.story(model, Findings.of(model));
  }

  private static String headline(ReportModel model) {
    Headline headline = Headline.of(model.run(), Findings.of(model));
    return headline.tone() + " " + headline.words();
  }
}
