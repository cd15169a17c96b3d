package sluice.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sluice.lake.RunId;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.FailedSource;
import sluice.lake.ledger.Failure;
import sluice.lake.ledger.RunRecord;
import sluice.lake.ledger.RunStatus;

class NoticeTextTest {
  private static final Instant SIX = Instant.parse("2026-11-21T06:00:00Z");
  private static final Map<String, Counts> COUNTS =
      Map.of("devitjobs", new Counts(300, 297, 2, 1), "nofluffjobs", new Counts(10_579, 10_553, 7, 19));
  private static final Failure NO_TOTAL = new Failure("extract", "sluice.extractors.kit.SourceChangedException",
      "nofluffjobs: page 3 of search/posting answered 200, but has no \"totalCount\"\nand says it is under maintenance");

  @Test
  void tellsOfAGoodRun() {
    assertThat(notice(good("now", 0), good("before", 12))).isEqualTo(new Notice(
        "SUCCEEDED sluice 21 Nov 06:00 - 10,879 rows, 9 quarantined", """
        read 10,879 = accepted 10,850 + quarantined 9 + duplicates 20 · 29.4 s (average 29.4 s)
        currency_rates 8,214 · job_postings 2,636
        Run: now"""));
  }

  @Test
  void tellsOfTheVeryFirstRunWithoutAnAverage() {
    assertThat(notice(good("now", 0)).message()).contains("· 29.4 s\n");
  }

  @Test
  void tellsWhichOptionalSourceIsMissingAndWhatToType() {
    RunRecord partial = run("now", 0, RunStatus.PARTIAL, null,
        List.of(new FailedSource("currency_rates", "sluice.X", "cannot connect: connection refused")), Map.of("job_postings", 5L));
    assertThat(notice(partial)).isEqualTo(new Notice(
        "PARTIAL sluice 21 Nov 06:00 - currency_rates failed (optional), the rest is published", """
        currency_rates: cannot connect: connection refused
        Do: ./sluice run --source currency_rates
        read 10,879 = accepted 10,850 + quarantined 9 + duplicates 20 · 29.4 s
        job_postings 5
        Run: now"""));
  }

  @Test
  void tellsOfAFailureAndWhatReadersStillSee() {
    assertThat(notice(failed("now", 0), good("before", 12))).isEqualTo(new Notice(
        "FAILED sluice 21 Nov 06:00 - nofluffjobs: page 3 of search/posting answered 200, but has no \"totalCount\" and...", """
        Failed in extract (sluice.extractors.kit.SourceChangedException).
        nofluffjobs: page 3 of search/posting answered 200, but has no "totalCount" and says it is under maintenance
        Nothing new is published; readers see the run of 20 Nov 18:00.
        Do: ./sluice runs show now
        read 10,879 = accepted 10,850 + quarantined 9 + duplicates 20 · 29.4 s (average 29.4 s)
        Run: now"""));
  }

  @Test
  void saysWhenNothingWasEverPublished() {
    assertThat(notice(failed("now", 0)).message()).contains("Nothing is published yet.");
  }

  @Test
  void warnsOfAMixtureWhenPublishingWasCutOff() {
    RunRecord cutOff = run("now", 0, RunStatus.FAILED, new Failure("publish", "sluice.Y", "slow"), List.of(), Map.of());
    assertThat(notice(cutOff, good("before", 12)).message())
        .contains("Publishing was cut off: readers may see both runs mixed until the next run starts its build.");
  }

  @Test
  void countsHowOftenTheSameCauseCameWithinADay() {
    assertThat(notice(failed("now", 0), failed("b", 6), failed("a", 12), failed("too-old", 25)).message())
        .contains("Again (3rd time since 20 Nov 18:00).");
    RunRecord otherCause = run("b", 6, RunStatus.FAILED, new Failure("build", "States.TaskFailed", "red"), List.of(), Map.of());
    assertThat(notice(failed("now", 0), otherCause).message()).doesNotContain("Again");
  }

  @Test
  void announcesTheRecoveryOnce() {
    assertThat(notice(good("now", 0), failed("b", 6), good("a", 12)).message())
        .startsWith("Recovered: the run of 21 Nov 00:00 had failed in extract.\n");
    assertThat(notice(good("now", 0), good("c", 1), failed("b", 6)).message()).doesNotContain("Recovered");
  }

  @Test
  void staysShortHoweverMuchThereIsToTell() {
    List<FailedSource> sources = IntStream.range(0, 40)
        .mapToObj(i -> new FailedSource("source_" + i, "sluice.X", "ż".repeat(5_000))).toList();
    Map<String, Long> marts = IntStream.range(0, 40).boxed().collect(Collectors.toMap(i -> "mart_" + i, i -> 1L));
    Notice notice = notice(run("now", 0, RunStatus.PARTIAL, null, sources, marts));
    assertThat(notice.subject()).hasSizeLessThan(100).matches("\\p{ASCII}+");
    assertThat(notice.message().lines().count()).isLessThanOrEqualTo(12);
    assertThat(notice.message()).contains("· and 34 more");
  }

  @Test
  void keepsTheSubjectAsciiWithoutLosingItsLetters() {
    assertThat(new Notice("FAILED - Łódź\n– zażółć ✓", "x").subject()).isEqualTo("FAILED - Lodz - zazolc ?");
  }

  private static Notice notice(RunRecord run, RunRecord... earlier) {
    return new NoticeText(run, new History(List.of(earlier))).notice();
  }

  private static RunRecord good(String id, int hoursAgo) {
    return run(id, hoursAgo, RunStatus.SUCCEEDED, null, List.of(), Map.of("job_postings", 2_636L, "currency_rates", 8_214L));
  }

  private static RunRecord failed(String id, int hoursAgo) {
    return run(id, hoursAgo, RunStatus.FAILED, NO_TOTAL, List.of(), Map.of());
  }

  private static RunRecord run(
      String id, int hoursAgo, RunStatus status, Failure failure, List<FailedSource> optionalFailed, Map<String, Long> marts) {
    Instant started = SIX.minusSeconds(hoursAgo * 3600L);
    return new RunRecord(new RunId(id), "arn:" + id, status, "manual", started, started.plusMillis(29_400), 29.4, COUNTS, marts,
        optionalFailed, failure, "green");
  }
}
