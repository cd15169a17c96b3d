package sluice.lake.ledger;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnMiniStack;

@OnMiniStack
class RunLedgerOnMiniStackTest extends RunLedgerContract {
  RunLedgerOnMiniStackTest(LocalAws aws) {
    super(new DynamoRunLedger(aws.dynamoDb(), aws.ledgerTable()));
  }
}
