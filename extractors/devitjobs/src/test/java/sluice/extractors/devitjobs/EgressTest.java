package sluice.extractors.devitjobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sluice.extractors.kit.http.EgressRefusedException;
import sluice.local.sites.web.FaultPlan;
import sluice.local.sites.web.Reply;
import sluice.local.sites.web.SiteServer;

/** A page in a real Chromium tries to reach places that its source does not name. */
class EgressTest {
  private static final String ELSEWHERE = "localhost";

  @TempDir static Path scratch;
  private static ChromiumBrowser browser;

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
  void aPageReachesNoOtherPortOfTheSameHost() {
    try (TestBoard own = TestBoard.of(1); TestBoard other = TestBoard.of(1); Tab tab = browser.tab(own.egress())) {
      tab.page().navigate(own.settings().url().toString());
      assertThat(fetch(tab.page(), other.server.address() + "/devitjobs/board.js")).isEqualTo("TypeError");
      assertThat(other.server.requests()).containsEntry("devitjobs-script", 0L);
    }
  }

  @Test
  void aRedirectToAnotherHostEndsThere() {
    SiteServer server = SiteServer.bind(0, new FaultPlan());
    int port = server.address().getPort();
    server.route("away", "/away", ask -> Reply.text(302, Reply.HTML, "").withHeader("Location", "http://" + ELSEWHERE + ":" + port + "/there"))
        .route("there", "/there", ask -> Reply.text(200, Reply.HTML, "<h1>12 jobs</h1>")).open();
    try (server; Tab tab = browser.tab(TestBoard.egress(port))) {
      assertThatThrownBy(() -> tab.page().navigate(server.address() + "/away")).isInstanceOf(PlaywrightException.class);
      assertThat(server.requests()).isEqualTo(Map.of("away", 1L, "there", 0L));
    }
  }

  @Test
  void anUnnamedHostIsRefusedBeforeABrowserStarts() {
    Chromium none = new Chromium(Path.of("/nowhere"), Path.of("/nowhere"), scratch);
    assertThatThrownBy(() -> ChromiumBrowser.open(none, TestBoard.egress(1), URI.create("https://example.org/jobs")))
        .isInstanceOf(EgressRefusedException.class).hasMessageContaining("example.org:443 is not in the source's egress list [devitjobs.uk]");
  }

  @Test
  void theGuardKnowsWhatIsPermitted() {
    RequestGuard guard = new RequestGuard(TestBoard.egress(8080));
    assertThat(guard.permits("http://127.0.0.1:8080/jobs")).isTrue();
    assertThat(guard.permits("http://127.0.0.1:8081/jobs")).isFalse();
    assertThat(guard.permits("http://169.254.169.254/latest/meta-data")).isFalse();
    assertThat(guard.permits("data:text/html,x")).isFalse();
    assertThat(guard.permits("https://user@devitjobs.uk/")).isFalse();
  }

  private static Object fetch(Page page, String url) {
    return page.evaluate("async url => { try { await fetch(url, {mode: 'no-cors'}); return 'reached'; } catch (e) { return e.name; } }", url);
  }
}
