package sluice.intake;

import sluice.lake.aws.LocalAws;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** A versioned bucket of one test, as producers use it. */
record LandingBucket(S3Client s3, String name) {
  static LandingBucket create(LocalAws aws, S3Client s3) {
    String name = aws.bucket(s3);
    s3.putBucketVersioning(put -> put.bucket(name).versioningConfiguration(on -> on.status(BucketVersioningStatus.ENABLED)));
    return new LandingBucket(s3, name);
  }

  ObjectVersion drop(String key) {
    return new ObjectVersion(name, key, s3.putObject(put -> put.bucket(name).key(key), RequestBody.fromString("id\n1\n")).versionId());
  }

  /** Deletes as a producer would; returns the deletion, which is a version too. */
  ObjectVersion hide(String key) {
    return new ObjectVersion(name, key, s3.deleteObject(delete -> delete.bucket(name).key(key)).versionId());
  }

  void delete(ObjectVersion version) {
    s3.deleteObject(delete -> delete.bucket(name).key(version.key()).versionId(version.versionId()));
  }
}
