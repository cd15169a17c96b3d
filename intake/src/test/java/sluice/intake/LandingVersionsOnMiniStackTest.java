package sluice.intake;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnMiniStack;

@OnMiniStack
class LandingVersionsOnMiniStackTest extends LandingVersionsContract {
  LandingVersionsOnMiniStackTest(LocalAws aws) {
    super(aws);
  }
}
