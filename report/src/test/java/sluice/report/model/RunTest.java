package sluice.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sluice.lake.RunId;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.Failure;
import sluice.lake.ledger.RunRecord;
import sluice.lake.ledger.RunStatus;

class RunTest {
  private static final Instant SIX = Instant.parse("2026-11-21T06:00:00Z");

  @Test
  void saysWhatTheLedgerHolds() {
    Run run = Run.of(new RunRecord(new RunId("r"), "arn", RunStatus.FAILED, null, SIX, SIX.plusSeconds(31), 31.8,
        Map.of("nofluffjobs", new Counts(94, 86, 0, 8)), Map.of("job_postings", 361L), List.of(),
        new Failure("extract", "SourceChangedException", "no totalCount"), "blue"));

    assertThat(run.took()).isEqualTo(Duration.ofMillis(31_800));
    assertThat(run.trigger()).isEqualTo("unknown");
    assertThat(run.failure()).contains(new Failure("extract", "SourceChangedException", "no totalCount"));
    assertThat(run.total()).isEqualTo(new Counts(94, 86, 0, 8));
  }

  @Test
  void addsUpOnlyWhatIsAskedFor() {
    Run run = Run.of(new RunRecord(new RunId("r"), "arn", RunStatus.SUCCEEDED, "manual", SIX, SIX, 0,
        Map.of("a", new Counts(5, 4, 1, 0), "b", new Counts(2, 1, 0, 0)), Map.of(), List.of(), null, null));

    assertThat(run.total()).isEqualTo(new Counts(7, 5, 1, 0));
    assertThat(run.total().missing()).isEqualTo(1);
    assertThat(run.totalOf(Set.of("a", "unknown"))).isEqualTo(new Counts(5, 4, 1, 0));
  }
}
