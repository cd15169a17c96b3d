package sluice.lake.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import sluice.lake.RunId;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What the run ledger promises on every DynamoDB. */
abstract class RunLedgerContract {
  private final RunLedger ledger;

  /** @param ledger empty */
  RunLedgerContract(RunLedger ledger) {
    this.ledger = ledger;
  }

  @Test
  void findsARunByItsId() {
    RunRecord run = run("r1", "2026-11-21T09:14:00Z", RunStatus.PARTIAL);
    ledger.record(run);
    assertThat(ledger.find(new RunId("r1"))).contains(run);
    assertThat(ledger.find(new RunId("r2"))).isEmpty();
  }

  @Test
  void replacesWhatItKnowsOfARun() {
    ledger.record(run("r1", "2026-11-21T09:14:00Z", RunStatus.FAILED));
    RunRecord again = run("r1", "2026-11-21T09:14:00Z", RunStatus.SUCCEEDED);
    ledger.record(again);
    assertThat(ledger.latest(10)).containsExactly(again);
  }

  @Test
  void tellsTheLatestRunsFirstOverAllPages() {
    List.of("05.100Z", "05Z", "04.999Z", "06Z", "05.090Z").forEach(
        second -> ledger.record(run("r" + second.replaceAll("\\D", ""), "2026-11-21T09:14:" + second, RunStatus.SUCCEEDED)));
    assertThat(ledger.latest(9)).extracting(run -> run.runId().value()).containsExactly("r06", "r05100", "r05090", "r05", "r04999");
    assertThat(ledger.latest(3)).extracting(run -> run.runId().value()).containsExactly("r06", "r05100", "r05090");
    assertThat(ledger.latest(0)).isEmpty();
  }

  @Test
  void knowsNoRunsAtFirst() {
    assertThat(ledger.latest(5)).isEmpty();
  }

  @Test
  void refusesARecordThatIsTooLargeAndKeepsNothingOfIt() {
    RunRecord large = run("r1", "2026-11-21T09:14:00Z", RunStatus.FAILED, "x".repeat(400 * 1024));
    assertThatThrownBy(() -> ledger.record(large))
        .isInstanceOf(DynamoDbException.class)
        .hasMessageContaining("Item size has exceeded the maximum allowed size");
    assertThat(ledger.find(large.runId())).isEmpty();
    assertThat(ledger.latest(1)).isEmpty();
  }

  private static RunRecord run(String id, String startedAt, RunStatus status) {
    return run(id, startedAt, status, "blue");
  }

  private static RunRecord run(String id, String startedAt, RunStatus status, String slot) {
    Instant started = Instant.parse(startedAt);
    return new RunRecord(new RunId(id), "arn:run", status, "manual", started, started.plusSeconds(3), 3.0,
        Map.of("orders", new Counts(3, 2, 1, 0)), Map.of("mart", 2L), List.of(), null, slot);
  }
}
