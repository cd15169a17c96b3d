package sluice.validator;

import java.io.IOException;
import java.io.InputStream;
import sluice.lake.PartitionKey;
import sluice.lake.Zone;
import sluice.lake.manifest.Manifest;
import sluice.lake.manifest.ManifestException;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;

/** Reads the manifest that was asked for, and no other: a run must never judge another run's objects. */
final class ManifestReader {
  private final ObjectStore store;
  private final String rawBucket;

  ManifestReader(ObjectStore store, String rawBucket) {
    this.store = store;
    this.rawBucket = rawBucket;
  }

  Manifest read(PartitionKey partition, String key) throws IOException {
    if (!partition.manifest().equals(key)) {
      throw new IllegalArgumentException("not this run's manifest: expected " + partition.manifest() + ", found " + key);
    }
    Manifest manifest;
    try (InputStream in = store.open(new ObjectRef(rawBucket, key))) {
      manifest = Manifest.fromJson(in.readAllBytes());
    }
    String said = manifest.dataset() + " " + manifest.ingestDate() + " " + manifest.runId();
    String expected = partition.dataset() + " " + partition.ingestDate() + " " + partition.runId();
    if (!said.equals(expected)) {
      throw new ManifestException(key + " is about " + said + "; expected " + expected);
    }
    manifest.parts().forEach(part -> {
      if (!part.key().startsWith(partition.prefix(Zone.RAW))) {
        throw new ManifestException(key + " names " + part.key() + "; expected keys under " + partition.prefix(Zone.RAW));
      }
    });
    return manifest;
  }
}
