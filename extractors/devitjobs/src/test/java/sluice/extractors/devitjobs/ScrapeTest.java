package sluice.extractors.devitjobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.extractors.kit.Budget;
import sluice.extractors.kit.LimitExceededException;
import sluice.extractors.kit.SourceChangedException;
import sluice.extractors.kit.SourceUnavailableException;
import sluice.local.sites.board.Advert;
import sluice.local.sites.board.Salary;

/** A real Chromium reads the sample board, which keeps some 30 cards in its DOM and loads the others while one scrolls. */
class ScrapeTest {
  private static final Budget PLENTY = () -> Duration.ofMinutes(5);

  @TempDir static Path scratch;
  private static ChromiumBrowser browser;
  private final CollectedRows out = new CollectedRows();

  @BeforeAll
  static void startChromium() throws IOException {
    browser = ChromiumBrowser.open(TestChromium.required(scratch), TestBoard.egress(1), URI.create("http://127.0.0.1:1/"));
  }

  @AfterAll
  static void endChromium() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void readsEveryAdvertOnceInTheOrderOfTheList() throws IOException {
    List<Advert> adverts = TestBoard.adverts(275);
    try (TestBoard board = new TestBoard(adverts)) {
      assertThat(read(board, board.settings())).hasValue(275);
    }
    assertThat(out.ids()).isEqualTo(adverts.stream().map(advert -> "/jobs/" + advert.slug()).toList());
    assertThat(out.rows.getFirst()).isEqualTo(Map.of("id", "/jobs/Heron-Labs-Data-Engineer-0", "title", "Data Engineer 0",
        "company", "Heron Labs", "place", "Leeds", "level", "Senior", "technologies", "[\"Java\",\"SQL\"]",
        "posted_at", "2026-03-02T00:00:00.000+00:00", "salary_text", "£60,000 - £80,000", "salary_annual", "£60,000 - £80,000",
        "url", "https://devitjobs.uk/jobs/Heron-Labs-Data-Engineer-0"));
  }

  @Test
  void aCardThatLacksEverythingOptionalStillBecomesARow() throws IOException {
    Advert bare = new Advert("Bare", "Data Engineer", null, null, null, List.of(), null, null);
    try (TestBoard board = new TestBoard(List.of(bare, TestBoard.advert(1)))) {
      read(board, board.settings());
    }
    assertThat(out.rows).hasSize(2);
    assertThat(out.rows.getFirst()).isEqualTo(Map.of("id", "/jobs/Bare", "title", "Data Engineer", "technologies", "[]",
        "url", "https://devitjobs.uk/jobs/Bare"));
  }

  @Test
  void aDayRateIsKeptAsShownAndToldAsAnAnnualRange() throws IOException {
    Advert daily = new Advert("Daily", "Data Engineer", "Tern plc", "Remote", "Senior", List.of("Spark"), null, Salary.daily("GBP", 400, 500));
    Advert hourly = new Advert("Hourly", "Data Engineer", "Tern plc", "Remote", "Senior", List.of("Spark"), null, Salary.hourly("CHF", 115, 125));
    try (TestBoard board = new TestBoard(List.of(daily, hourly))) {
      read(board, board.settings());
    }
    assertThat(out.rows.getFirst()).containsEntry("salary_text", "£400 - 500 GBP/day").containsEntry("salary_annual", "£104,000 - £130,000");
    assertThat(out.rows.getLast()).containsEntry("salary_text", "115 - 125 CHF/hour").doesNotContainKey("salary_annual");
  }

  @Test
  void aBoardWithoutAdvertsIsAnAnswerWhenItSaysSo() throws IOException {
    try (TestBoard board = new TestBoard(List.of())) {
      assertThat(read(board, board.settings())).hasValue(0);
    }
    assertThat(out.rows).isEmpty();
  }

  @Test
  void waitsForChunksThatAreSlowToLoad() throws IOException {
    try (TestBoard board = TestBoard.of(120).always("devitjobs-chunk", Map.of("stall", "0.6"))) {
      read(board, board.settings());
    }
    assertThat(out.rows).hasSize(120);
  }

  @Test
  void waitsForAChunkThatFailsAndComesAfterAll() throws IOException {
    try (TestBoard board = TestBoard.of(120).broken("devitjobs-chunk", Map.of("status", "503"), 1, 2)) {
      read(board, board.settings());
    }
    assertThat(out.rows).hasSize(120);
  }

  @Test
  void aListThatStopsGrowingBeforeItsEndIsUnavailable() {
    try (TestBoard board = TestBoard.of(120).broken("devitjobs-chunk", Map.of("status", "503"), 2, Integer.MAX_VALUE)) {
      assertThatThrownBy(() -> read(board, board.settings(new ScrollBounds(2_000, Duration.ofMillis(600)), Duration.ofSeconds(20))))
          .isInstanceOf(SourceUnavailableException.class)
          .hasMessage("S202 the list stopped growing for 0 s before its end: 100 adverts seen of 120");
    }
  }

  @Test
  void aRenamedContainerIsAChangedPage() {
    try (TestBoard board = TestBoard.of(30).always("devitjobs-script", Map.of("replace", "joblist-container>vacancies"))) {
      assertThatThrownBy(() -> read(board, board.settings(new ScrollBounds(10, Duration.ofSeconds(1)), Duration.ofSeconds(3))))
          .isInstanceOf(SourceChangedException.class)
          .hasMessageStartingWith("S201 " + board.server.address())
          .hasMessageEndingWith("/devitjobs/jobs/Data/all (\"Sample job board\") shows no list: expected div.joblist-container li within 3 s");
    }
  }

  @Test
  void aRenamedFieldOfEveryCardIsAChangedPage() {
    try (TestBoard board = TestBoard.of(40).always("devitjobs-script", Map.of("replace", "technology-badge>skill"))) {
      assertThatThrownBy(() -> read(board, board.settings())).isInstanceOf(SourceChangedException.class)
          .hasMessage("S201 none of 40 adverts shows technologies: expected at least one that does");
    }
  }

  @Test
  void aRenamedLinkLeavesFewerAdvertsThanStated() {
    try (TestBoard board = TestBoard.of(20).always("devitjobs-script", Map.of("replace", "'/jobs/'>'/vacancy/'"))) {
      assertThatThrownBy(() -> read(board, board.settings())).isInstanceOf(SourceChangedException.class)
          .hasMessage("S109 the page states 20 adverts, its list ended after 0; 20 items near the end were no adverts");
    }
  }

  @Test
  void aStatedTotalAboveTheListIsAFailure() {
    try (TestBoard board = TestBoard.of(40).always("devitjobs-script", Map.of("replace", "${total.>${(total + 2)."))) {
      assertThatThrownBy(() -> read(board, board.settings())).isInstanceOf(SourceChangedException.class)
          .hasMessage("S109 the page states 42 adverts, its list ended after 40");
    }
  }

  @Test
  void aStatedTotalBelowTheListIsAFailure() {
    try (TestBoard board = TestBoard.of(40).always("devitjobs-script", Map.of("replace", "${total.>${(total - 2)."))) {
      assertThatThrownBy(() -> read(board, board.settings())).isInstanceOf(SourceChangedException.class)
          .hasMessage("S201 the page states 38 adverts, its list holds 40");
    }
  }

  @Test
  void scrollingIsBounded() {
    try (TestBoard board = TestBoard.of(200)) {
      assertThatThrownBy(() -> read(board, board.settings(new ScrollBounds(3, Duration.ofSeconds(2)), Duration.ofSeconds(20))))
          .isInstanceOf(LimitExceededException.class)
          .hasMessageMatching("S404 the list is not at its end after 3 scroll steps: \\d+ adverts seen of 200; expected the end within browser.max_scrolls");
    }
  }

  @Test
  void aServerErrorIsUnavailableAndARefusalIsAChange() {
    try (TestBoard board = TestBoard.of(1).broken("devitjobs", Map.of("status", "503"), 0, 1).broken("devitjobs", Map.of("status", "429"), 0, 1)
        .broken("devitjobs", Map.of("status", "403"), 0, 1)) {
      assertThatThrownBy(() -> read(board, board.settings())).isInstanceOf(SourceUnavailableException.class)
          .hasMessageStartingWith("S202 ").hasMessageEndingWith("/devitjobs/jobs/Data/all answered 503");
      assertThatThrownBy(() -> read(board, board.settings())).isInstanceOf(SourceUnavailableException.class)
          .hasMessageStartingWith("S102 ").hasMessageEndingWith("answered 429");
      assertThatThrownBy(() -> read(board, board.settings())).isInstanceOf(SourceChangedException.class)
          .hasMessageStartingWith("S111 ").hasMessageEndingWith("answered 403");
    }
  }

  @Test
  void aChallengePageIsNoList() {
    try (TestBoard board = TestBoard.of(1).always("devitjobs", Map.of("html", "true"))) {
      assertThatThrownBy(() -> read(board, board.settings(new ScrollBounds(10, Duration.ofSeconds(1)), Duration.ofSeconds(2))))
          .isInstanceOf(SourceChangedException.class).hasMessageContaining("(\"Just a moment...\") shows no list");
    }
  }

  @Test
  void aScriptThatDoesNotArriveIsUnavailable() {
    try (TestBoard board = TestBoard.of(1).always("devitjobs-script", Map.of("status", "502"))) {
      assertThatThrownBy(() -> read(board, board.settings(new ScrollBounds(10, Duration.ofSeconds(1)), Duration.ofSeconds(2))))
          .isInstanceOf(SourceUnavailableException.class).hasMessageEndingWith("/devitjobs/board.js answered 502");
    }
  }

  private OptionalLong read(TestBoard board, BrowserSettings settings) throws IOException {
    try (Tab tab = browser.tab(board.egress())) {
      return new ListReading(new ListPage(tab.page()).open(settings), settings.bounds()).read(new AdvertRows(out, TestBoard.SITE), PLENTY);
    }
  }
}
