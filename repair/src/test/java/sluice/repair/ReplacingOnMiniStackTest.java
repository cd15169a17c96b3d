package sluice.repair;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnMiniStack;

@OnMiniStack
class ReplacingOnMiniStackTest extends ReplacingContract {
  ReplacingOnMiniStackTest(LocalAws aws) {
    super(aws);
  }
}
