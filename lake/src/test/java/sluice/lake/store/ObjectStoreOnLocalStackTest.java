package sluice.lake.store;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnLocalStack;

@OnLocalStack
class ObjectStoreOnLocalStackTest extends S3StoreContract {
  ObjectStoreOnLocalStackTest(LocalAws aws) {
    super(aws);
  }
}
