package sluice.lake.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import sluice.lake.RunId;

class DynamoRunLedgerTest extends RunLedgerContract {
  DynamoRunLedgerTest() {
    super(new DynamoRunLedger(new FakeDynamo(), "sluice-ledger"));
  }

  @Test
  void keysSortByTime() {
    assertThat(DynamoRunLedger.sortKey(Instant.parse("2026-11-21T09:14:05Z"), new RunId("r1"))).isEqualTo("2026-11-21T09:14:05.000Z#r1");
  }
}
