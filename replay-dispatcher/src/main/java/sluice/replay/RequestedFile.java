package sluice.replay;

import java.util.Arrays;
import sluice.lake.DatasetName;
import sluice.lake.PartitionKey;
import sluice.lake.Zone;
import sluice.lake.landing.LandedObject;

/** One entry of {@code files}, after its shape was checked. */
sealed interface RequestedFile {
  record Landed(LandedObject object) implements RequestedFile {}

  record Raw(PartitionKey partition, String key) implements RequestedFile {}

  /** Throws what was expected where the text is neither, or leads out of the dataset. */
  static RequestedFile of(String text, DatasetName dataset, String landingBucket) {
    if (Arrays.asList(text.split("/", -1)).contains("..")) {
      throw new IllegalArgumentException("a key without ..");
    }
    return text.startsWith("s3://") ? landed(text, dataset, landingBucket) : raw(text, dataset);
  }

  private static RequestedFile landed(String uri, DatasetName dataset, String landingBucket) {
    String start = "s3://" + landingBucket + "/";
    // The last one: a key may hold the same signs.
    int version = uri.lastIndexOf("?versionId=");
    if (!uri.startsWith(start + dataset + "/") || version < 0 || version + "?versionId=".length() == uri.length()) {
      throw new IllegalArgumentException(start + dataset + "/<key>?versionId=<version>");
    }
    return new Landed(new LandedObject(
        dataset, landingBucket, uri.substring(start.length(), version), uri.substring(version + "?versionId=".length())));
  }

  private static RequestedFile raw(String key, DatasetName dataset) {
    return PartitionKey.of(key)
        .filter(partition -> partition.dataset().equals(dataset) && key.startsWith(partition.prefix(Zone.RAW)))
        .map(partition -> (RequestedFile) new Raw(partition, key))
        .orElseThrow(() -> new IllegalArgumentException(
            "raw/" + dataset + "/ingest_date=<date>/run_id=<run>/<file> or s3://<landing bucket>/" + dataset + "/<key>?versionId=<version>"));
  }
}
