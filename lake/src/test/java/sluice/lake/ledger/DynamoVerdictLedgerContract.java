package sluice.lake.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import sluice.lake.aws.LocalAws;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What a table adds to it: a limit of its items. */
abstract class DynamoVerdictLedgerContract extends VerdictLedgerContract {
  DynamoVerdictLedgerContract(LocalAws aws) {
    super(new DynamoVerdictLedger(aws.dynamoDb(), aws.ledgerTable()));
  }

  @Test
  void aVerdictThatIsTooLargeIsNoLostRaceAndUsesNoNumberUp() {
    ObjectVerdict large = verdict("a", MONDAY, 1, "x".repeat(400 * 1024));
    assertThatThrownBy(() -> ledger.commit(EVER, large)).isInstanceOf(DynamoDbException.class);
    assertThat(ledger.inScope(EVER)).isEmpty();
    assertThat(ledger.commit(EVER, verdict("a", MONDAY, 1))).isTrue();
  }
}
