package sluice.extractors.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sluice.extractors.kit.http.ScriptedSite.json;
import static sluice.extractors.kit.http.ScriptedSite.replying;
import static sluice.extractors.kit.http.ScriptedSite.reply;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sluice.extractors.kit.Budget;
import sluice.extractors.kit.Fault;
import sluice.extractors.kit.LimitExceededException;
import sluice.extractors.kit.ManualBudget;
import sluice.extractors.kit.SleepLog;
import sluice.extractors.kit.SourceChangedException;
import sluice.extractors.kit.SourceUnavailableException;
import sluice.extractors.kit.retry.Retry;
import sluice.extractors.kit.retry.RetryPolicy;
import sluice.extractors.kit.retry.Setback;

@Timeout(60)
class GuardedHttpTest {
  private static final Clock NOON = Clock.fixed(Instant.parse("2026-02-28T12:00:00Z"), ZoneOffset.UTC);
  private static final Budget AMPLE = ManualBudget.ample();

  private final SleepLog sleeps = new SleepLog();

  @Test
  void sendsMethodHeadersAndBodyAndGivesTheWholeAnswer() throws IOException {
    try (ScriptedSite site = replying(json("{\"a\":1}"))) {
      Ask ask = new Ask("POST", site.uri("/api/search?q=a%20b"), Map.of("Accept", "application/json"), utf8("{\"raw\":\"ą\"}"));
      try (GuardedHttp http = http(site)) {
        Answer answer = http.ask("the search", ask, AMPLE, a -> a);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.saysJson()).isTrue();
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("{\"a\":1}");
      }
      assertThat(site.requests()).singleElement().satisfies(request -> {
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.target()).isEqualTo("/api/search?q=a%20b");
        assertThat(request.body()).isEqualTo("{\"raw\":\"ą\"}");
        assertThat(request.headers()).containsEntry("accept", "application/json").containsEntry("host", "127.0.0.1:" + site.port());
      });
    }
  }

  @Test
  void asksTheAddressThatWasPermittedUnderTheNameThatWasAskedFor() throws IOException {
    try (ScriptedSite site = replying(json("{}"))) {
      Endpoint named = new Endpoint("board.invalid", site.port());
      Egress egress = new Egress(List.of(), Set.of(named), host -> List.of(InetAddress.getLoopbackAddress()));
      try (GuardedHttp http = http(egress, Duration.ofSeconds(5), 1000)) {
        // .invalid can never be resolved, so only the pinned address can have answered.
        http.ask("x", get(URI.create("http://board.invalid:" + site.port() + "/p")), AMPLE, a -> a);
      }
      assertThat(site.requests().getFirst().headers()).containsEntry("host", "board.invalid:" + site.port());
    }
  }

  @Test
  void tooManyRequestsWaitsAsLongAsAsked() throws IOException {
    try (ScriptedSite site = replying(reply(429, "", "Retry-After: 7"), reply(503, "", "Retry-After: Sat, 28 Feb 2026 12:00:30 GMT"), json("{}"))) {
      assertThat(ask(site).status()).isEqualTo(200);
      assertThat(sleeps.waits()).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(30));
    }
  }

  @Test
  void anUnreadableOrPastRetryAfterIsAsGoodAsNone() throws IOException {
    try (ScriptedSite site = replying(reply(429, "", "Retry-After: soon"), reply(429, "", "Retry-After: Sat, 28 Feb 2026 11:00:00 GMT"), json("{}"))) {
      ask(site);
      assertThat(sleeps.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
  }

  @Test
  void tooManyRequestsForEverIsTheWorldsFault() {
    try (ScriptedSite site = replying(reply(429, "slow down"))) {
      assertThatThrownBy(() -> ask(site))
          .isInstanceOf(SourceUnavailableException.class)
          .hasMessage("S102 the page answered 429; it says: slow down; tried 4 times, waited 1 s, 2 s, 4 s");
      assertThat(site.requests()).hasSize(4);
    }
  }

  @Test
  void aStormOfServerErrorsThatPassesIsSurvived() throws IOException {
    try (ScriptedSite site = replying(reply(500, "a"), reply(502, "b"), reply(504, "c"), json("{}"))) {
      assertThat(ask(site).status()).isEqualTo(200);
      assertThat(sleeps.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }
  }

  @Test
  void aStormOfServerErrorsThatStaysIsTheWorldsFault() {
    try (ScriptedSite site = replying(reply(500, "<h1>\n\tOops\u0007</h1>"))) {
      assertThatThrownBy(() -> ask(site))
          .isInstanceOf(SourceUnavailableException.class)
          .hasMessage("S101 the page answered 500; it says: <h1> Oops </h1>; tried 4 times, waited 1 s, 2 s, 4 s");
    }
  }

  @Test
  void aResetConnectionIsTriedAgain() throws IOException {
    try (ScriptedSite site = replying(ScriptedSite.reset(), json("{}"))) {
      assertThat(ask(site).status()).isEqualTo(200);
    }
  }

  @Test
  void connectionsThatAreAlwaysResetAreTheWorldsFault() {
    try (ScriptedSite site = replying(ScriptedSite.reset())) {
      assertThatThrownBy(() -> ask(site))
          .isInstanceOf(SourceUnavailableException.class)
          .hasMessageStartingWith("S101 the page on 127.0.0.1: the connection was lost before an answer (")
          .hasMessageEndingWith("); tried 4 times, waited 1 s, 2 s, 4 s");
    }
  }

  @Test
  void aRefusedConnectionIsTheWorldsFault() {
    ScriptedSite site = replying(json("{}"));
    site.close();
    assertThatThrownBy(() -> ask(site))
        .isInstanceOf(SourceUnavailableException.class)
        .hasMessage("S101 the page on 127.0.0.1: connection refused; tried 4 times, waited 1 s, 2 s, 4 s");
  }

  @Test
  void anUnknownHostIsTheWorldsFault() {
    Egress egress = new Egress(List.of("nowhere.invalid"), Set.of(), host -> {
      throw new UnknownHostException(host);
    });
    try (GuardedHttp http = http(egress, Duration.ofSeconds(5), 1000)) {
      assertThatThrownBy(() -> http.ask("the page", get(URI.create("https://nowhere.invalid/")), AMPLE, a -> a))
          .isInstanceOf(SourceUnavailableException.class)
          .hasMessage("S101 the page on nowhere.invalid: the host name is not known; tried 4 times, waited 1 s, 2 s, 4 s");
    }
  }

  @Test
  void aStalledBodyEndsWhenItsTimeIsUp() throws IOException {
    try (ScriptedSite site = replying(ScriptedSite.stall(), json("{}"));
        GuardedHttp http = http(site, Duration.ofMillis(300), 1000)) {
      assertThat(http.ask("the page", get(site.uri("/")), AMPLE, a -> a).status()).isEqualTo(200);
    }
  }

  @Test
  void aSiteThatAlwaysStallsIsTheWorldsFault() {
    try (ScriptedSite site = replying(ScriptedSite.stall());
        GuardedHttp http = http(site, Duration.ofMillis(300), 1000)) {
      assertThatThrownBy(() -> http.ask("the page", get(site.uri("/")), AMPLE, a -> a))
          .isInstanceOf(SourceUnavailableException.class)
          .hasMessage("S101 the page on 127.0.0.1: no complete answer within 300 ms; tried 4 times, waited 1 s, 2 s, 4 s");
    }
  }

  @Test
  void aTruncatedBodyIsTriedAgain() throws IOException {
    try (ScriptedSite site = replying(ScriptedSite.truncated("{\"a\":"), ScriptedSite.cutChunks("{\"a\":"), json("{\"a\":2}"))) {
      assertThat(ask(site).body()).asString().isEqualTo("{\"a\":2}");
    }
  }

  @Test
  void bodiesThatAreAlwaysTruncatedAreTheWorldsFault() {
    try (ScriptedSite site = replying(ScriptedSite.truncated("{\"a\":"))) {
      assertThatThrownBy(() -> ask(site))
          .isInstanceOf(SourceUnavailableException.class)
          .hasMessageStartingWith("S103 the page: the answer ended before its end (")
          .hasMessageEndingWith("); tried 4 times, waited 1 s, 2 s, 4 s");
    }
  }

  @Test
  void aRequestThatIsRefusedIsNotTriedAgain() {
    try (ScriptedSite site = replying(reply(404, "no such thing"))) {
      assertThatThrownBy(() -> ask(site))
          .isInstanceOf(SourceChangedException.class)
          .hasMessage("S111 the page answered 404; it says: no such thing");
      assertThat(site.requests()).hasSize(1);
    }
  }

  @Test
  void anAnswerBeyondTheBoundIsNotReadToItsEnd() {
    try (ScriptedSite site = replying(json("x".repeat(5_001)));
        GuardedHttp http = http(site, Duration.ofSeconds(5), 5_000)) {
      assertThatThrownBy(() -> http.ask("the page", get(site.uri("/")), AMPLE, a -> a))
          .isInstanceOf(LimitExceededException.class)
          .hasMessage("S403 the page: the answer is larger than 5,000 bytes");
    }
  }

  @Test
  void anAnswerOfExactlyTheBoundIsTaken() throws IOException {
    try (ScriptedSite site = replying(json("x".repeat(500_000)));
        GuardedHttp http = http(site, Duration.ofSeconds(5), 500_000)) {
      assertThat(http.ask("the page", get(site.uri("/")), AMPLE, a -> a).body()).hasSize(500_000);
    }
  }

  @Test
  void whatTheReaderFindsUnexpectedIsTriedAgain() throws IOException {
    try (ScriptedSite site = replying(json("maintenance"), json("rows"))) {
      try (GuardedHttp http = http(site)) {
        String body = http.ask("the page", get(site.uri("/")), AMPLE, a -> {
          if (a.beginning().equals("maintenance")) {
            throw Setback.unexpected(Fault.NO_ROWS_FIELD, "no rows");
          }
          return a.beginning();
        });
        assertThat(body).isEqualTo("rows");
      }
    }
  }

  @Test
  void aRedirectToAPermittedPlaceKeepsMethodAndBody() throws IOException {
    try (ScriptedSite site = replying(reply(308, "", "Location: /new?x=1"), json("{}"))) {
      try (GuardedHttp http = http(site)) {
        http.ask("the page", new Ask("POST", site.uri("/old"), Map.of("X-Key", "k"), utf8("b")), AMPLE, a -> a);
      }
      assertThat(site.requests().get(1)).satisfies(second -> {
        assertThat(second.method()).isEqualTo("POST");
        assertThat(second.target()).isEqualTo("/new?x=1");
        assertThat(second.body()).isEqualTo("b");
        assertThat(second.headers()).containsEntry("x-key", "k");
      });
    }
  }

  @Test
  void anotherHostDoesNotGetOurHeaders() {
    Ask ask = new Ask("GET", URI.create("https://a.example/"), Map.of("Accept", "application/json", "X-Api-Key", "k"), new byte[0]);
    assertThat(ask.at(URI.create("https://b.example/")).headers()).containsOnlyKeys("Accept");
    assertThat(ask.at(URI.create("https://A.example/x")).headers()).containsOnlyKeys("Accept", "X-Api-Key");
  }

  @Test
  void aRedirectIntoThePrivateNetworkIsRefused() {
    try (ScriptedSite site = replying(reply(302, "", "Location: http://169.254.169.254/latest/meta-data"))) {
      assertThatThrownBy(() -> ask(site))
          .isInstanceOf(SourceChangedException.class)
          .hasMessage("S112 the page was redirected: http://169.254.169.254/latest/meta-data is refused: expected https, found http");
      assertThat(site.requests()).hasSize(1);
    }
  }

  @Test
  void aRedirectOfAPostByAnOldStatusIsRefused() {
    try (ScriptedSite site = replying(reply(302, "", "Location: /login")); GuardedHttp http = http(site)) {
      assertThatThrownBy(() -> http.ask("the page", new Ask("POST", site.uri("/"), Map.of(), utf8("b")), AMPLE, a -> a))
          .isInstanceOf(SourceChangedException.class)
          .hasMessage("S112 the page answered 302, a redirect that would turn a POST into a GET without its body");
    }
  }

  @Test
  void aRedirectToNowhereIsRefused() {
    try (ScriptedSite site = replying(reply(302, "", "Location: http://[oops"))) {
      assertThatThrownBy(() -> ask(site)).hasMessage("S112 the page was redirected to a place that is no address: http://[oops");
    }
  }

  @Test
  void redirectsThatNeverEndAreRefused() {
    try (ScriptedSite site = replying(reply(302, "", "Location: /again"))) {
      assertThatThrownBy(() -> ask(site))
          .isInstanceOf(SourceChangedException.class)
          .hasMessage("S112 the page was redirected more than 5 times");
      assertThat(site.requests()).hasSize(6);
    }
  }

  @Test
  void aFirstRequestToAForbiddenPlaceIsRefusedAsSuch() {
    try (GuardedHttp http = http(new Egress(List.of(), Set.of(), Resolver.SYSTEM), Duration.ofSeconds(5), 1000)) {
      assertThatThrownBy(() -> http.ask("the page", get(URI.create("http://127.0.0.1:1/")), AMPLE, a -> a))
          .isInstanceOf(EgressRefusedException.class)
          .hasMessage("http://127.0.0.1:1/ is refused: expected https, found http");
    }
  }

  private Answer ask(ScriptedSite site) throws IOException {
    try (GuardedHttp http = http(site)) {
      return http.ask("the page", get(site.uri("/")), AMPLE, a -> a);
    }
  }

  private GuardedHttp http(ScriptedSite site) {
    return http(site, Duration.ofSeconds(20), 1_000_000);
  }

  private GuardedHttp http(ScriptedSite site, Duration longest, long bodyBound) {
    return http(new Egress(List.of(), Set.of(site.endpoint()), Resolver.SYSTEM), longest, bodyBound);
  }

  private GuardedHttp http(Egress egress, Duration longest, long bodyBound) {
    Retry retry = new Retry(RetryPolicy.REQUESTS, sleeps, (setback, wait) -> {});
    return GuardedHttp.over(egress, TestTls.trustingNobody(), retry, NOON, longest, bodyBound);
  }

  private static Ask get(URI uri) {
    return new Ask("GET", uri, Map.of(), new byte[0]);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
