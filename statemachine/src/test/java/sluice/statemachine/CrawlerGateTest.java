package sluice.statemachine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CrawlerGateTest extends Walking {
  private static final String LOOK = "Look at the crawler";
  private static final String START = "Start the crawl";
  private static final String ASK = "Ask how the crawl goes";

  private Script script;

  @BeforeEach
  void goodWorld() {
    script = new Script();
  }

  @Test
  void waitsUntilTheCrawlIsOver() {
    script.crawler().running(3);
    Walk walk = walk(script);
    assertThat(walk.status()).isEqualTo("SUCCEEDED");
    assertThat(walk.callsOf(ASK)).hasSize(4);
    assertThat(walk.callsOf(START)).hasSize(1);
  }

  @Test
  void doesNotTakeYesterdaysReadyAndSucceededForTodays() {
    script.crawler().stale(2).running(1);
    assertThat(walk(script).callsOf(ASK)).hasSize(4);
  }

  @Test
  void seesACrawlThatEndedBetweenTwoLooks() {
    Walk walk = walk(script);
    assertThat(walk.callsOf(ASK)).hasSize(1);
    assertThat(walk.callsOf("Build the marts")).hasSize(1);
  }

  @Test
  void worksForACrawlerThatNeverRanBefore() {
    script.crawler().isNew().stale(1);
    Walk walk = walk(script);
    assertThat(walk.status()).isEqualTo("SUCCEEDED");
    assertThat(walk.callsOf(ASK)).hasSize(2);
  }

  @Test
  void waitsOutACrawlOfOthersAndThenStartsItsOwn() {
    int[] looks = {0};
    script.when(LOOK, call -> ++looks[0] < 4 ? script.crawler().seen(looks[0] < 3 ? "RUNNING" : "STOPPING") : null);
    Walk walk = walk(script);
    assertThat(walk.status()).isEqualTo("SUCCEEDED");
    assertThat(walk.callsOf(LOOK)).hasSize(4);
    assertThat(walk.visits("Wait out the other crawl")).isEqualTo(3);
    assertThat(walk.callsOf(START)).hasSize(1);
  }

  @Test
  void doesNotCountTheCrawlThatRefusedOurs() {
    // The other crawl ends with a newer start time than the first look saw; only what comes after ours may count.
    script.crawler().refuses(1).stale(2);
    Walk walk = walk(script);
    assertThat(walk.status()).isEqualTo("SUCCEEDED");
    assertThat(walk.callsOf(LOOK)).hasSize(2);
    assertThat(walk.callsOf(START)).hasSize(2);
    assertThat(walk.callsOf(ASK)).hasSize(3);
  }

  @Test
  void failsWhenTheCrawlFailed() {
    script.crawler().running(1).ends("FAILED", "access denied to s3://x");
    Walk walk = walk(script);
    assertThat(walk.error()).isEqualTo("CrawlFailed");
    assertThat(walk.cause()).isEqualTo("crawl: the crawl ended FAILED: access denied to s3://x");
    assertThat(walk.callsOf("Prepare the build")).isEmpty();
  }

  @Test
  void failsWhenTheCrawlWasCancelled() {
    script.crawler().ends("CANCELLED", null);
    assertThat(walk(script).cause()).isEqualTo("crawl: the crawl ended CANCELLED: ");
  }

  @Test
  void failsWhenTheCrawlNeverEnds() {
    script.crawler().running(10_000);
    Walk walk = walk(script);
    assertThat(walk.error()).isEqualTo("CrawlNeverEnded");
    assertThat(walk.cause()).isEqualTo("crawl: the crawler was still RUNNING without a newer crawl after 120 looks");
    assertThat(walk.callsOf(ASK)).hasSize(120);
  }

  @Test
  void failsWhenTheCrawlThatWasAskedForNeverShows() {
    script.crawler().stale(10_000);
    assertThat(walk(script).cause()).isEqualTo("crawl: the crawler was still READY without a newer crawl after 120 looks");
  }

  @Test
  void failsWhenOthersCrawlForEver() {
    script.when(LOOK, call -> script.crawler().seen("RUNNING"));
    Walk walk = walk(script);
    assertThat(walk.error()).isEqualTo("CrawlerBusy");
    assertThat(walk.cause()).isEqualTo("crawl: other crawls were in the way for 61 waits; the crawler is now RUNNING");
    assertThat(walk.callsOf(START)).isEmpty();
  }

  @Test
  void failsWhenACrawlerThatLooksFreeRefusesForEver() {
    script.crawler().refuses(10_000);
    Walk walk = walk(script);
    assertThat(walk.error()).isEqualTo("CrawlerBusy");
    assertThat(walk.callsOf(START)).hasSize(61);
  }

  @Test
  void looksAgainWhenTheAnswerToTheStartWasLost() {
    script.first(START, Answer.error("States.Timeout", ""));
    Walk walk = walk(script);
    assertThat(walk.status()).isEqualTo("SUCCEEDED");
    assertThat(walk.callsOf(START)).hasSize(2);
  }

  @Test
  void failsAtOnceWhenThereIsNoCrawler() {
    script.when(START, call -> Answer.error("Glue.EntityNotFoundException", "no crawler"));
    Walk walk = walk(script);
    assertThat(walk.error()).isEqualTo("Glue.EntityNotFoundException");
    assertThat(walk.callsOf(START)).hasSize(1);
  }

  @Test
  void asksTheDeploymentsOwnCrawler() {
    Walk walk = walk(script);
    assertThat(walk.calls()).filteredOn(call -> call.resource().contains("glue"))
        .hasSize(3)
        .allSatisfy(call -> assertThat(call.arguments().toString()).isEqualTo("{\"Name\":\"sluice-validated\"}"));
  }
}
