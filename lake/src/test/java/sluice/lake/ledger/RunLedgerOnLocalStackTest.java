package sluice.lake.ledger;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnLocalStack;

@OnLocalStack
class RunLedgerOnLocalStackTest extends RunLedgerContract {
  RunLedgerOnLocalStackTest(LocalAws aws) {
    super(new DynamoRunLedger(aws.dynamoDb(), aws.ledgerTable()));
  }
}
