package sluice.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sluice.report.market.MarketQuery;
import sluice.report.model.ReportModel;

class ReportTest {
  static Stream<String> samples() {
    return Pages.samples().keySet().stream();
  }

  @Test
  void thePolicyStandsInTheFirstLineBeforeAnythingItGuards() {
    String first = Report.html(Sample.partial()).lines().findFirst().orElseThrow();

    assertThat(first).startsWith("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\"");
    assertThat(first).contains("default-src &#39;none&#39;").doesNotContain("unsafe");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSameModelGivesTheSameBytes(String sample) {
    assertThat(html(sample)).isEqualTo(html(sample));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void staysSmall(String sample) {
    assertThat(html(sample).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(250_000);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyPlaceHasItsOwnNameAndEveryLinkAPlace(String sample) {
    assertNamesAndLinks(html(sample));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sectionsComeInTheOrderOfWorry(String sample) {
    assertThat(all("<section id=\"([^\"]*)\"", html(sample)))
        .containsExactly("problems", "market", "run", "quality", "quarantine", "history", "files", "guide");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyChartIsNamedDescribedAndAlsoATable(String sample) {
    String html = html(sample);
    int charts = all("<svg class=\"plot[^>]*\" role=\"img\" aria-labelledby=\"[^\"]+\"><title id=\"[^\"]+\">[^<]+</title><desc id=\"[^\"]+\">[^<]+</desc>", html).size();

    assertThat(charts).isEqualTo(all("<svg class=\"plot", html).size()).isEqualTo(all("<summary>Show as table</summary>", html).size());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void nothingIsFetched(String sample) {
    assertThat(html(sample)).doesNotContainPattern("(src|srcset|action|data)=\"?http").doesNotContain("<link", "<iframe", "<object", "@import");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void noNumberWentWrong(String sample) {
    String html = html(sample);

    assertThat(html.substring(0, html.indexOf("<script>"))).doesNotContain("NaN", "Infinity", "Optional[", ">null<");
  }

  @Test
  void theMarketPrintsTheSqlThatGaveIt() {
    String html = Report.html(Sample.partial());

    for (MarketQuery query : MarketQuery.values()) {
      assertThat(html).contains("SQL: " + query.title());
    }
  }

  @Test
  void aFailedRunShowsTheMarketThatReadersStillSeeWithItsDate() {
    assertThat(Report.html(Sample.failed())).contains(
        "This run published nothing. The charts show what readers still see: published 20 Nov 2026 18:00:31 UTC by run 20261120T1800Z-sched.");
  }

  @Test
  void aMissingOptionalSourceIsDated() {
    assertThat(Report.html(Sample.partial())).contains("currency_rates failed in this run: pay is converted with the rates up to 20 Nov 2026.");
  }

  @Test
  void theFirstRunSaysThatHistoryStarts() {
    assertThat(Report.html(Sample.first())).contains("History starts today").contains(">first run<");
  }

  @Test
  void littleDataSaysThatItIsLittleAndHowOld() {
    assertThat(Report.html(Sample.first()))
        .contains("each by at least 10; usually it takes 20, but there is too little data.")
        .contains("The newest posting is 672 days older than this run; the charts end there.");
  }

  @Test
  void noDataIsAWarningAndNoEmptyBox() {
    assertThat(Report.html(Sample.empty()))
        .contains("No posting is published yet. This run read 0 rows from 3 sources. The run before read 10,")
        .contains("class=\"verdict warn\"");
  }

  @Test
  void nothingToDoIsSaidInOneLine() {
    assertThat(Report.html(Sample.clean())).contains("Nothing to do.</b>").contains("41 of 41 tests passed, every row is accounted for.");
  }

  @Test
  void hostileTextStaysText() {
    String html = Report.html(Hostile.model());

    assertThat(all("<script", html)).hasSize(1);
    assertThat(html).doesNotContain("<img", "\u202E", "\u0000").doesNotContain("href=\"javascript");
    assertNamesAndLinks(html);
  }

  private static void assertNamesAndLinks(String html) {
    List<String> names = all("<[^>]*\\sid=\"([^\"]*)\"", html);

    assertThat(names).doesNotHaveDuplicates();
    assertThat(names).containsAll(all("href=\"#([^\"]*)\"", html));
  }

  private static String html(String sample) {
    ReportModel model = Pages.samples().get(sample);
    return Report.html(model);
  }

  private static List<String> all(String pattern, String html) {
    return Pattern.compile(pattern).matcher(html).results().map(ReportTest::found).toList();
  }

  private static String found(MatchResult match) {
    return match.groupCount() > 0 ? match.group(1) : match.group();
  }
}
