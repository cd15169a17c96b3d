package sluice.lake.landing;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnLocalStack;

@OnLocalStack
class ClaimsOnLocalStackTest extends ClaimsContract {
  ClaimsOnLocalStackTest(LocalAws aws) {
    super(new DynamoClaims(aws.dynamoDb(), aws.ledgerTable()));
  }
}
