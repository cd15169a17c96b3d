package sluice.replay;

import java.util.Objects;

/** EventBridge's "Object Created" event, as far as it is used; the key is as the store has it. */
record DispatchEvent(Detail detail) {
  DispatchEvent {
    Objects.requireNonNull(detail, "detail");
  }

  record Detail(Bucket bucket, Created object) {
    Detail {
      Objects.requireNonNull(bucket, "detail.bucket");
      Objects.requireNonNull(object, "detail.object");
    }
  }

  record Bucket(String name) {
    Bucket {
      Objects.requireNonNull(name, "detail.bucket.name");
    }
  }

  record Created(String key) {
    Created {
      Objects.requireNonNull(key, "detail.object.key");
    }
  }
}
