package sluice.publisher;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnMiniStack;

@OnMiniStack
class BuildTableOnMiniStackTest extends BuildTableContract {
  BuildTableOnMiniStackTest(LocalAws aws) {
    super(new DynamoBuildTable(aws.dynamoDb(), aws.ledgerTable()));
  }
}
