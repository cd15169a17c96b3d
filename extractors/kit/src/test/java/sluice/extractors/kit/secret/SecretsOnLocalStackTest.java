package sluice.extractors.kit.secret;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnLocalStack;

@OnLocalStack
class SecretsOnLocalStackTest extends SecretsContract {
  SecretsOnLocalStackTest(LocalAws aws) {
    super(aws);
  }
}
