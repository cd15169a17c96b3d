package sluice.lake.landing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import sluice.lake.DatasetName;

/**
 * One line of a {@link LandedBatch}.
 *
 * @param ingestDate the day its rows belong to, a pure function of the object version
 * @param landedAt when the store says that this version was written
 */
public record BatchObject(
    DatasetName dataset, String bucket, String key, String versionId, LocalDate ingestDate, Instant landedAt) {
  public BatchObject {
    Objects.requireNonNull(dataset, "dataset");
    Objects.requireNonNull(bucket, "bucket");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(versionId, "versionId");
    Objects.requireNonNull(ingestDate, "ingestDate");
    Objects.requireNonNull(landedAt, "landedAt");
  }

  public static BatchObject of(LandedObject object, LocalDate ingestDate, Instant landedAt) {
    return new BatchObject(object.dataset(), object.bucket(), object.key(), object.versionId(), ingestDate, landedAt);
  }

  public LandedObject object() {
    return new LandedObject(dataset, bucket, key, versionId);
  }
}
