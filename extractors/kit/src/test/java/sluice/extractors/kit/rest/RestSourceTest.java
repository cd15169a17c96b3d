package sluice.extractors.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sluice.extractors.kit.http.ScriptedSite.answering;
import static sluice.extractors.kit.http.ScriptedSite.json;
import static sluice.extractors.kit.http.ScriptedSite.reply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sluice.extractors.kit.Budget;
import sluice.extractors.kit.CollectedRows;
import sluice.extractors.kit.Cursor;
import sluice.extractors.kit.LimitExceededException;
import sluice.extractors.kit.ManualBudget;
import sluice.extractors.kit.Progress;
import sluice.extractors.kit.SleepLog;
import sluice.extractors.kit.SourceChangedException;
import sluice.extractors.kit.SourceUnavailableException;
import sluice.extractors.kit.http.Egress;
import sluice.extractors.kit.http.GuardedHttp;
import sluice.extractors.kit.http.Resolver;
import sluice.extractors.kit.http.ScriptedSite;
import sluice.extractors.kit.retry.Retry;
import sluice.extractors.kit.retry.RetryPolicy;
import sluice.lake.event.EventLog;
import sluice.lake.source.SourceSpec;

@Timeout(60)
class RestSourceTest {
  private static final String OFFSET = """
      base_url: https://board.example/api/
      method: POST
      path: search/posting
      params: {currency: PLN, q: "data engineering & more"}
      body: {raw: data}
      rows: rows
      paginator: {type: offset, limit: 10, limit_param: limit, offset_param: offset, total: total}
      carry_params: {asked: currency}
      """;
  private static final String UNCOUNTED = OFFSET.replace(", total: total", "");
  private static final String TRIED = "; tried 4 times, waited 1 s, 2 s, 4 s";
  private static final Budget AMPLE = ManualBudget.ample();
  private static final Budget SPENT = () -> Duration.ZERO;

  private final CollectedRows out = new CollectedRows("id", "fully_remote", "asked");
  private final ByteArrayOutputStream events = new ByteArrayOutputStream();
  private SleepLog sleeps = new SleepLog();
  @TempDir Path folder;

  @Test
  void readsPageAfterPageUntilTheStatedTotal() throws IOException {
    try (ScriptedSite site = answering(PagedBoard.of(25))) {
      assertThat(read(site, OFFSET)).isEqualTo(new Progress.Finished(OptionalLong.of(25)));
      assertThat(ids()).isEqualTo(numbers(0, 25));
      assertThat(out.collected().getFirst()).isEqualTo(Map.of("id", "0", "fully_remote", "true", "asked", "PLN"));
      assertThat(site.requests()).extracting(ScriptedSite.Request::target).containsExactly(
          "/api/search/posting?currency=PLN&q=data%20engineering%20%26%20more&limit=10&offset=0",
          "/api/search/posting?currency=PLN&q=data%20engineering%20%26%20more&limit=10&offset=10",
          "/api/search/posting?currency=PLN&q=data%20engineering%20%26%20more&limit=10&offset=20");
      assertThat(site.requests()).allSatisfy(request -> {
        assertThat(request.body()).isEqualTo("{\"raw\":\"data\"}");
        assertThat(request.headers())
            .containsEntry("content-type", "application/json").containsEntry("accept", "application/json").containsEntry("user-agent", "sluice");
      });
      assertThat(events.toString(StandardCharsets.UTF_8)).contains("\"event\":\"page_read\",\"page\":3,\"rows\":25,\"of\":25");
    }
  }

  @Test
  void withoutATotalAnEmptyPageIsTheEndAndAShortOneIsNot() throws IOException {
    try (ScriptedSite site = answering(r -> json(PagedBoard.body(switch (r.number()) {
      case 0 -> numbersOf(0, 10);
      case 1 -> numbersOf(10, 14);
      case 2 -> numbersOf(14, 20);
      default -> List.of();
    }, 0)))) {
      assertThat(read(site, UNCOUNTED)).isEqualTo(new Progress.Finished(OptionalLong.empty()));
      assertThat(ids()).isEqualTo(numbers(0, 20));
      assertThat(site.requests().get(2).query("offset")).as("goes on behind what came").isEqualTo("14");
    }
  }

  @Test
  void pagesByNumberCountFromTheFirst() throws IOException {
    try (ScriptedSite site = answering(r -> json(PagedBoard.body(r.number() < 3 ? numbersOf(4 * r.number(), 4 * r.number() + 4) : List.of(), 0)))) {
      read(site, OFFSET.replaceAll("paginator: .*", "paginator: {type: page_number, page_param: page, size: 4, size_param: per}"));
      assertThat(site.requests()).extracting(r -> r.query("page") + "/" + r.query("per")).containsExactly("1/4", "2/4", "3/4", "4/4");
      assertThat(ids()).isEqualTo(numbers(0, 12));
    }
  }

  @Test
  void withoutAPaginatorOneRequestIsAll() throws IOException {
    try (ScriptedSite site = answering(r -> json(PagedBoard.body(numbersOf(0, 5), 5)))) {
      assertThat(read(site, OFFSET.replaceAll("paginator: .*", "paginator: {type: none, total: total}")))
          .isEqualTo(new Progress.Finished(OptionalLong.of(5)));
      assertThat(site.requests()).hasSize(1);
    }
  }

  @Test
  void anEmptySourceIsNoFailure() throws IOException {
    try (ScriptedSite site = answering(PagedBoard.of(0))) {
      assertThat(read(site, OFFSET)).isEqualTo(new Progress.Finished(OptionalLong.of(0)));
      assertThat(ids()).isEmpty();
    }
  }

  @Test
  void aSpentBudgetPausesAfterEachPageAndTheLegsTogetherReadEverythingOnce() throws IOException {
    try (ScriptedSite site = answering(PagedBoard.of(25))) {
      Progress first = read(site, OFFSET, Cursor.START, SPENT);
      assertThat(first).isInstanceOfSatisfying(Progress.Paused.class, paused -> {
        assertThat(paused.next().values()).containsEntry("pages", "1").containsEntry("rows", "10").containsEntry("highest_stated", "25").containsKey("last_page");
        assertThat(paused.statedTotal()).hasValue(25);
      });
      Progress second = read(site, OFFSET, ((Progress.Paused) first).next(), SPENT);
      assertThat(read(site, OFFSET, ((Progress.Paused) second).next(), SPENT)).isInstanceOf(Progress.Finished.class);
      assertThat(ids()).isEqualTo(numbers(0, 25));
      assertThat(site.requests()).hasSize(3);
    }
  }

  @Test
  void timeThatEndsAmongTriesPausesBeforeThePageThatFailed() throws IOException {
    ManualBudget twoSeconds = new ManualBudget(Duration.ofSeconds(2));
    sleeps = new SleepLog(twoSeconds);
    try (ScriptedSite site = answering(r -> r.number() == 0 ? PagedBoard.page(r, 25, 25) : reply(503, ""))) {
      assertThat(read(site, OFFSET, Cursor.START, twoSeconds)).isInstanceOfSatisfying(Progress.Paused.class,
          paused -> assertThat(paused.next().number("rows", -1)).isEqualTo(10));
    }
  }

  @Test
  void timeThatEndsAmongTriesOfTheFirstPageIsAFailure() {
    ManualBudget twoSeconds = new ManualBudget(Duration.ofSeconds(2));
    sleeps = new SleepLog(twoSeconds);
    try (ScriptedSite site = answering(r -> reply(503, "busy"))) {
      assertThatThrownBy(() -> read(site, OFFSET, Cursor.START, twoSeconds))
          .isInstanceOf(SourceUnavailableException.class)
          .hasMessage("S101 page 1 of POST search/posting answered 503; it says: busy; tried 2 times, waited 1 s, then the time was up");
    }
  }

  @Test
  void aDisturbanceOnOnePageCostsAWaitAndNoRow() throws IOException {
    try (ScriptedSite site = answering(r -> switch (r.number()) {
      case 1 -> reply(429, "", "Retry-After: 3");
      case 2 -> ScriptedSite.reset();
      case 3 -> reply(200, "<html>maintenance</html>", "Content-Type: text/html");
      default -> PagedBoard.page(r, 25, 25);
    })) {
      read(site, OFFSET);
      assertThat(ids()).isEqualTo(numbers(0, 25));
      assertThat(sleeps.waits()).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }
  }

  @Test
  void anHtmlPageInsteadOfJsonIsAChange() {
    try (ScriptedSite site = answering(r -> reply(200, "<html>\n<title>Wracamy wkrótce</title>", "Content-Type: text/html; charset=utf-8"))) {
      assertThatThrownBy(() -> read(site, OFFSET))
          .isInstanceOf(SourceChangedException.class)
          .hasMessage("S104 page 1 of POST search/posting answered 200, but with text/html instead of JSON; "
              + "it says: <html> <title>Wracamy wkrótce</title>" + TRIED);
    }
  }

  @Test
  void aPageWithoutItsTotalIsAChange() {
    try (ScriptedSite site = answering(r -> r.number() < 2 ? PagedBoard.page(r, 25, 25) : json("{\"status\":\"maintenance\"}"))) {
      assertThatThrownBy(() -> read(site, OFFSET))
          .isInstanceOf(SourceChangedException.class)
          .hasMessage("S107 page 3 of POST search/posting answered 200, but has no \"total\"; it says: {\"status\":\"maintenance\"}" + TRIED);
      assertThat(ids()).as("pages 1 and 2, once").isEqualTo(numbers(0, 20));
    }
  }

  @Test
  void rowsWithoutATotalAreNotAskedForTwice() {
    try (ScriptedSite site = answering(r -> json("{\"rows\":[{\"id\":1}]}"))) {
      assertThatThrownBy(() -> read(site, OFFSET))
          .isInstanceOf(SourceChangedException.class)
          .hasMessage("S107 page 1 of POST search/posting answered 200, but has no \"total\"; it says: {\"rows\":[{\"id\":1}]}");
      assertThat(site.requests()).hasSize(1);
    }
  }

  @Test
  void aMissingListOfRowsIsAChange() {
    try (ScriptedSite site = answering(r -> json("{\"postings\":[],\"total\":5}"))) {
      assertThatThrownBy(() -> read(site, OFFSET))
          .isInstanceOf(SourceChangedException.class)
          .hasMessageStartingWith("S106 page 1 of POST search/posting answered 200, but has no list of rows at \"rows\"; it says: ");
    }
  }

  @Test
  void jsonThatEndsTooEarlyIsTheWorldsFault() {
    try (ScriptedSite site = answering(r -> json("{\"rows\":[{\"id\":1},{\"id\":"))) {
      assertThatThrownBy(() -> read(site, OFFSET))
          .isInstanceOf(SourceUnavailableException.class)
          .hasMessageStartingWith("S103 page 1 of POST search/posting answered 200, but does not end with a }, as its JSON would; it says: ")
          .hasMessageEndingWith(TRIED);
      assertThat(site.requests()).hasSize(4);
    }
  }

  @Test
  void jsonThatIsCutBehindARowIsNotAskedForTwice() {
    try (ScriptedSite site = answering(r -> json("{\"rows\":[{\"id\":1},{\"id\":2}"))) {
      assertThatThrownBy(() -> read(site, OFFSET))
          .isInstanceOf(SourceUnavailableException.class)
          .hasMessage("S103 page 1 of POST search/posting answered 200, but ends in the middle of its JSON (at byte 26); "
              + "it says: {\"rows\":[{\"id\":1},{\"id\":2}");
      assertThat(site.requests()).hasSize(1);
    }
  }

  @Test
  void aRowThatIsNoneIsAChange() {
    try (ScriptedSite site = answering(r -> json("{\"rows\":[{\"id\":1},7],\"total\":2}"))) {
      assertThatThrownBy(() -> read(site, OFFSET))
          .isInstanceOf(SourceChangedException.class)
          .hasMessageStartingWith("S113 page 1 of POST search/posting answered 200, but has a row that is no object: row 2 is a number; it says: ");
    }
  }

  @Test
  void aSiteThatRepeatsItsPageIsFoundOut() {
    try (ScriptedSite site = answering(r -> json(PagedBoard.body(numbersOf(0, 10), 30)))) {
      assertThatThrownBy(() -> read(site, OFFSET))
          .isInstanceOf(SourceChangedException.class)
          .hasMessage("S108 page 2 of POST search/posting has the same 10 rows as the page before it: the site does not page any more");
    }
  }

  @Test
  void aRepeatedPageIsFoundOutAcrossLegsToo() throws IOException {
    try (ScriptedSite site = answering(r -> json(PagedBoard.body(numbersOf(0, 10), 30)))) {
      Progress.Paused paused = (Progress.Paused) read(site, OFFSET, Cursor.START, SPENT);
      assertThatThrownBy(() -> read(site, OFFSET, paused.next(), SPENT)).hasMessageStartingWith("S108 page 2 of");
    }
  }

  @Test
  void pagingThatNeverEndsIsEndedByTheLimitOfRequests() {
    try (ScriptedSite site = answering(r -> json(PagedBoard.body(numbersOf(r.number(), r.number() + 1), 0)))) {
      assertThatThrownBy(() -> read(site, UNCOUNTED))
          .isInstanceOf(LimitExceededException.class)
          .hasMessage("S402 page 21 of POST search/posting would be more than 20 requests, the limit of its source.yml (limits.requests); 20 rows so far");
      assertThat(site.requests()).hasSize(20);
    }
  }

  @Test
  void aTotalThatShrinksALittleWhileWePageIsTolerated() throws IOException {
    try (ScriptedSite site = answering(r -> PagedBoard.page(r, 25 - r.number(), 25 - r.number()))) {
      assertThat(read(site, OFFSET)).isEqualTo(new Progress.Finished(OptionalLong.of(23)));
      assertThat(ids()).isEqualTo(numbers(0, 23));
      assertThat(events.toString(StandardCharsets.UTF_8)).contains("\"event\":\"total_differs\",").contains("\"stated\":23");
    }
  }

  @Test
  void aTotalThatCollapsesWhileWePageIsAChange() {
    try (ScriptedSite site = answering(r -> PagedBoard.page(r, 200, r.number() < 2 ? 200 : 179))) {
      assertThatThrownBy(() -> read(site, OFFSET))
          .isInstanceOf(SourceChangedException.class)
          .hasMessage("S110 page 3 of POST search/posting states 179 rows in all, an earlier page stated 200");
    }
  }

  @Test
  void pagesThatEndBeforeTheTotalLeaveTheEngineToCompare() throws IOException {
    try (ScriptedSite site = answering(r -> PagedBoard.page(r, 17, 25))) {
      assertThat(read(site, OFFSET)).isEqualTo(new Progress.Finished(OptionalLong.of(25)));
      assertThat(out.rows()).isEqualTo(17);
    }
  }

  @Test
  void ownHeadersReplaceTheUsualOnes() throws IOException {
    try (ScriptedSite site = answering(PagedBoard.of(1))) {
      read(site, OFFSET + "headers: {accept: \"application/vnd.board+json\", X-Key: k}\n");
      assertThat(site.requests().getFirst().headers()).containsEntry("accept", "application/vnd.board+json").containsEntry("x-key", "k");
    }
  }

  private Progress read(ScriptedSite site, String rest) throws IOException {
    return read(site, rest, Cursor.START, AMPLE);
  }

  private Progress read(ScriptedSite site, String rest, Cursor from, Budget budget) throws IOException {
    SourceSpec spec = SourceYml.rest(folder, rest);
    RestConfig config = RestConfig.of(spec).at(URI.create("http://127.0.0.1:" + site.port() + "/api/"));
    Egress egress = new Egress(List.of(), Set.of(site.endpoint()), Resolver.SYSTEM);
    Retry retry = new Retry(RetryPolicy.REQUESTS, sleeps, (setback, wait) -> {});
    EventLog log = new EventLog(new PrintStream(events, true, StandardCharsets.UTF_8), Clock.systemUTC());
    try (GuardedHttp http = GuardedHttp.over(egress, tls(), retry, Clock.systemUTC(), Duration.ofSeconds(20), spec.limits().responseBytes())) {
      return new RestSource(config, spec.limits(), http, log).read(from, out, budget);
    }
  }

  private static SSLContext tls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> ids() {
    return out.collected().stream().map(row -> row.get("id")).toList();
  }

  private static List<String> numbers(int from, int to) {
    return numbersOf(from, to).stream().map(Object::toString).toList();
  }

  private static List<Integer> numbersOf(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
