package sluice.statemachine;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A crawler whose clock is the number of looks at it; it ends a crawl after as many looks as a test says. */
final class StubCrawler {
  private static final Instant DAY = Instant.parse("2026-11-21T06:00:00Z");

  private final Deque<Answer> refusals = new ArrayDeque<>();
  private String outcome = "SUCCEEDED";
  private String message;
  private boolean yesterday = true;
  private int looks;
  private int busyLooks;
  private int staleLooks;
  private Instant lastStart = DAY.minusSeconds(86_400);
  private String lastOutcome = "SUCCEEDED";
  private Instant started;

  /** Never crawled before. */
  synchronized StubCrawler isNew() {
    yesterday = false;
    return this;
  }

  /** How many looks show RUNNING, first of a crawl of others and then of ours. */
  synchronized StubCrawler running(int looksAtOurs) {
    busyLooks = looksAtOurs;
    return this;
  }

  /** Glue may still show the old READY right after a start. */
  synchronized StubCrawler stale(int looksAfterStart) {
    staleLooks = looksAfterStart;
    return this;
  }

  synchronized StubCrawler ends(String status, String why) {
    outcome = status;
    message = why;
    return this;
  }

  /** StartCrawler is refused this many times, each time because of another crawl that then ends. */
  synchronized StubCrawler refuses(int times) {
    for (int i = 0; i < times; i++) {
      refusals.add(Answer.error("Glue.CrawlerRunningException", "Crawler is already running"));
    }
    return this;
  }

  synchronized Answer start() {
    if (!refusals.isEmpty()) {
      lastStart = now();
      yesterday = true;
      return refusals.removeFirst();
    }
    started = now();
    return Answer.result(Map.of());
  }

  synchronized Answer look() {
    looks++;
    if (started == null) {
      return seen("READY");
    }
    if (staleLooks > 0) {
      staleLooks--;
      return seen("READY");
    }
    if (busyLooks > 0) {
      busyLooks--;
      return seen("RUNNING");
    }
    lastStart = started;
    lastOutcome = outcome;
    yesterday = true;
    return seen("READY");
  }

  /** What a look shows in a state that the test names itself. */
  synchronized Answer seen(String state) {
    Map<String, Object> crawler = new HashMap<>(Map.of("State", state));
    if (yesterday) {
      Map<String, Object> last = new HashMap<>(Map.of("StartTime", lastStart.toString(), "Status", lastOutcome));
      if (message != null && List.of("FAILED", "CANCELLED").contains(lastOutcome)) {
        last.put("ErrorMessage", message);
      }
      crawler.put("LastCrawl", last);
    }
    return Answer.result(Map.of("Crawler", crawler));
  }

  private Instant now() {
    return DAY.plusSeconds(looks);
  }
}
