package sluice.lake.landing;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnMiniStack;

@OnMiniStack
class ClaimsOnMiniStackTest extends ClaimsContract {
  ClaimsOnMiniStackTest(LocalAws aws) {
    super(new DynamoClaims(aws.dynamoDb(), aws.ledgerTable()));
  }
}
