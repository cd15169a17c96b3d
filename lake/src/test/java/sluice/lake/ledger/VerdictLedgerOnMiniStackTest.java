package sluice.lake.ledger;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnMiniStack;

@OnMiniStack
class VerdictLedgerOnMiniStackTest extends DynamoVerdictLedgerContract {
  VerdictLedgerOnMiniStackTest(LocalAws aws) {
    super(aws);
  }
}
