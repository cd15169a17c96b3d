package sluice.report.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunRecordsTest {
  @Test
  void readsAWholeRecord() {
    Run run = RunRecords.read("""
        {"runId": "20261121T0600Z-sched", "executionArn": "arn:aws:states:…", "status": "PARTIAL", "trigger": "schedule",
         "startedAt": "2026-11-21T06:00:00Z", "endedAt": "2026-11-21T06:00:31Z", "seconds": 31.8,
         "datasets": {"nofluffjobs": {"read": 94, "accepted": 86, "quarantined": 0, "duplicates": 8}},
         "marts": {"job_postings": 361},
         "optionalFailed": [{"source": "currency_rates", "error": "SourceUnavailableException", "cause": "connection refused"}],
         "slot": "blue"}""");

    assertThat(run.id()).isEqualTo("20261121T0600Z-sched");
    assertThat(run.status()).isEqualTo(Status.PARTIAL);
    assertThat(run.startedAt()).isEqualTo(Instant.parse("2026-11-21T06:00:00Z"));
    assertThat(run.took()).isEqualTo(Duration.ofMillis(31_800));
    assertThat(run.datasets()).containsEntry("nofluffjobs", new Counts(94, 86, 0, 8));
    assertThat(run.marts()).containsEntry("job_postings", 361L);
    assertThat(run.optionalFailed()).containsExactly(new FailedSource("currency_rates", "SourceUnavailableException", "connection refused"));
    assertThat(run.failure()).isEmpty();
  }

  @Test
  void readsARecordOfARunThatGotNowhere() {
    Run run = RunRecords.read("""
        {"runId": "r", "status": "FAILED", "startedAt": "2026-11-21T06:00:00Z",
         "failure": {"stage": "extract", "error": "SourceChangedException", "cause": "no totalCount"}}""");

    assertThat(run.failure()).contains(new Failure("extract", "SourceChangedException", "no totalCount"));
    assertThat(run.trigger()).isEqualTo("unknown");
    assertThat(run.total()).isEqualTo(Counts.NONE);
  }

  @Test
  void addsUpOnlyWhatIsAskedFor() {
    Run run = RunRecords.read("""
        {"runId": "r", "status": "SUCCEEDED", "startedAt": "2026-11-21T06:00:00Z",
         "datasets": {"a": {"read": 5, "accepted": 4, "quarantined": 1, "duplicates": 0}, "b": {"read": 2, "accepted": 1, "quarantined": 0, "duplicates": 0}}}""");

    assertThat(run.total()).isEqualTo(new Counts(7, 5, 1, 0));
    assertThat(run.total().missing()).isEqualTo(1);
    assertThat(run.totalOf(Set.of("a", "unknown"))).isEqualTo(new Counts(5, 4, 1, 0));
  }

  @Test
  void saysWhatIsMissing() {
    assertThatThrownBy(() -> RunRecords.read("{\"status\": \"FAILED\"}")).hasMessage("run record: expected \"runId\", found none");
    assertThatThrownBy(() -> RunRecords.read("nothing")).hasMessageStartingWith("run record: not JSON: ");
  }
}
