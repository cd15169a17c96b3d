package sluice.lake.ledger;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnLocalStack;

@OnLocalStack
class VerdictLedgerOnLocalStackTest extends DynamoVerdictLedgerContract {
  VerdictLedgerOnLocalStackTest(LocalAws aws) {
    super(aws);
  }
}
