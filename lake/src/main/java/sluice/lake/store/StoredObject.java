package sluice.lake.store;

import java.util.Map;

/** What the store knows about an object without reading it; the version is empty in an unversioned bucket. */
public record StoredObject(ObjectRef ref, long bytes, String versionId, Map<String, String> metadata) {
  public StoredObject {
    versionId = versionId == null ? "" : versionId;
    metadata = Map.copyOf(metadata);
  }
}
