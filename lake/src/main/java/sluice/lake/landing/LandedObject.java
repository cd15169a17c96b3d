package sluice.lake.landing;

import sluice.lake.DatasetName;

/**
 * One version of an object that a producer dropped; producers may overwrite, and each version is an input.
 *
 * @param versionId the store's version, never empty: the landing bucket is versioned
 */
public record LandedObject(DatasetName dataset, String bucket, String key, String versionId) implements Comparable<LandedObject> {
  /** {@code s3://bucket/key?versionId=…}, as manifests and verdicts name it. */
  public String uri() {
    return "s3://" + bucket + "/" + key + "?versionId=" + versionId;
  }

  @Override
  public int compareTo(LandedObject other) {
    return uri().compareTo(other.uri());
  }
}
