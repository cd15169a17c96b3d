package sluice.repair;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnLocalStack;

@OnLocalStack
class ReplacingOnLocalStackTest extends ReplacingContract {
  ReplacingOnLocalStackTest(LocalAws aws) {
    super(aws);
  }
}
