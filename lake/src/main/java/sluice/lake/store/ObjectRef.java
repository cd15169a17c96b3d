package sluice.lake.store;

import java.nio.charset.StandardCharsets;

/** Where an object is. */
public record ObjectRef(String bucket, String key) {
  private static final int LONGEST_KEY = 1024;

  public ObjectRef {
    if (bucket == null || bucket.isBlank()) {
      throw new IllegalArgumentException("an object needs a bucket; found none for key " + key);
    }
    if (key == null || key.isEmpty()) {
      throw new IllegalArgumentException("an object needs a key; found none in bucket " + bucket);
    }
    int length = key.getBytes(StandardCharsets.UTF_8).length;
    if (length > LONGEST_KEY) {
      throw new IllegalArgumentException("a key has at most 1,024 bytes; found " + length + " in bucket " + bucket);
    }
  }

  public String uri() {
    return "s3://" + bucket + "/" + key;
  }

  @Override
  public String toString() {
    return uri();
  }
}
