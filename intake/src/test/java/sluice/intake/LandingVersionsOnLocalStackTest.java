package sluice.intake;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnLocalStack;

@OnLocalStack
class LandingVersionsOnLocalStackTest extends LandingVersionsContract {
  LandingVersionsOnLocalStackTest(LocalAws aws) {
    super(aws);
  }
}
