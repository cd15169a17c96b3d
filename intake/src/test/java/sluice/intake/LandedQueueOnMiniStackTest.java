package sluice.intake;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnMiniStack;

@OnMiniStack
class LandedQueueOnMiniStackTest extends LandedQueueContract {
  LandedQueueOnMiniStackTest(LocalAws aws) {
    super(aws);
  }
}
