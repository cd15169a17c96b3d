package sluice.lake.store;

import sluice.lake.aws.LocalAws;
import sluice.lake.aws.OnMiniStack;

@OnMiniStack
class ObjectStoreOnMiniStackTest extends S3StoreContract {
  ObjectStoreOnMiniStackTest(LocalAws aws) {
    super(aws);
  }
}
