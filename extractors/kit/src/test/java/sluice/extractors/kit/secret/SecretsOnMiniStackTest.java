package sluice.extractors.kit.secret;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnMiniStack;

@OnMiniStack
class SecretsOnMiniStackTest extends SecretsContract {
  SecretsOnMiniStackTest(LocalAws aws) {
    super(aws);
  }
}
