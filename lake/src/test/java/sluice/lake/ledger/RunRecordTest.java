package sluice.lake.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.lake.RunId;

class RunRecordTest {
  private static final RunRecord RUN = new RunRecord(new RunId("r1"), "arn:run", RunStatus.PARTIAL, "schedule",
      Instant.parse("2026-11-21T09:14:00Z"), Instant.parse("2026-11-21T09:14:31.800Z"), 31.8,
      Map.of("b", new Counts(5, 3, 1, 1), "a", new Counts(1, 1, 0, 0)), Map.of("z", 4L, "m", 2L),
      List.of(new FailedSource("rates", "SourceUnavailableException", "refused")), null, "green");

  @Test
  void becomesTheSameJsonEveryTimeAndComesBack() {
    assertThat(RUN.toJson()).isEqualTo("{\"runId\":\"r1\",\"executionArn\":\"arn:run\",\"status\":\"PARTIAL\","
        + "\"trigger\":\"schedule\",\"startedAt\":\"2026-11-21T09:14:00Z\",\"endedAt\":\"2026-11-21T09:14:31.800Z\","
        + "\"seconds\":31.8,\"datasets\":{\"a\":{\"read\":1,\"accepted\":1,\"quarantined\":0,\"duplicates\":0},"
        + "\"b\":{\"read\":5,\"accepted\":3,\"quarantined\":1,\"duplicates\":1}},\"marts\":{\"m\":2,\"z\":4},"
        + "\"optionalFailed\":[{\"source\":\"rates\",\"error\":\"SourceUnavailableException\",\"cause\":\"refused\"}],"
        + "\"slot\":\"green\"}");
    assertThat(RunRecord.fromJson(RUN.toJson())).isEqualTo(RUN);
  }

  @Test
  void aFailedRunKnowsWhere() {
    RunRecord failed = new RunRecord(new RunId("r"), null, RunStatus.FAILED, null, Instant.EPOCH, null, 0, null, null, null,
        new Failure("extract", "SourceChangedException", "no total"), null);
    assertThat(RunRecord.fromJson(failed.toJson())).isEqualTo(failed);
    assertThat(failed.datasets()).isEmpty();
    assertThat(failed.optionalFailed()).isEmpty();
  }

  @Test
  void refusesWhatIsNoRun() {
    assertThatThrownBy(() -> RunRecord.fromJson("{}")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RunRecord.fromJson("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("not a run record: Unrecognized token 'x'");
  }

  @Test
  void countsAddUpAndTellWhatIsMissing() {
    assertThat(new Counts(10, 6, 1, 2).plus(new Counts(1, 1, 0, 0))).isEqualTo(new Counts(11, 7, 1, 2));
    assertThat(new Counts(10, 6, 1, 2).missing()).isEqualTo(1);
    assertThat(Counts.NONE.missing()).isZero();
  }
}
