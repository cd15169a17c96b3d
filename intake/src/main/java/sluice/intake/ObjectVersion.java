package sluice.intake;

import java.util.Comparator;
import sluice.lake.store.ObjectRef;

/**
 * What an event or a listing names: one version of one object, of whatever bucket and key.
 *
 * @param key as the store has it, never URL-encoded
 */
record ObjectVersion(String bucket, String key, String versionId) implements Comparable<ObjectVersion> {
  ObjectVersion {
    if (versionId == null || versionId.isEmpty()) {
      throw new IllegalArgumentException("no version of s3://" + bucket + "/" + key + ": expected versioning to be on in bucket " + bucket);
    }
    new ObjectRef(bucket, key); // refuses what no store has
  }

  ObjectRef ref() {
    return new ObjectRef(bucket, key);
  }

  String uri() {
    return ref().uri() + "?versionId=" + versionId;
  }

  @Override
  public int compareTo(ObjectVersion other) {
    return Comparator.comparing(ObjectVersion::uri).compare(this, other);
  }
}
