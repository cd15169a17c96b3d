package sluice.publisher;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnLocalStack;

@OnLocalStack
class BuildTableOnLocalStackTest extends BuildTableContract {
  BuildTableOnLocalStackTest(LocalAws aws) {
    super(new DynamoBuildTable(aws.dynamoDb(), aws.ledgerTable()));
  }
}
