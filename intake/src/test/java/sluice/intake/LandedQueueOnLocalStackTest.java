package sluice.intake;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnLocalStack;

@OnLocalStack
class LandedQueueOnLocalStackTest extends LandedQueueContract {
  LandedQueueOnLocalStackTest(LocalAws aws) {
    super(aws);
  }
}
