package sluice.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import sluice.lake.store.FolderObjectStore;

/** A versioned landing bucket: what is dropped in it can be found, listed, and read through the store. */
final class FakeLanding implements LandingVersions {
  static final String BUCKET = "sluice-landing";
  static final Instant DROPPED = Instant.parse("2026-11-21T09:14:00Z");

  private final FolderObjectStore store;
  private final Map<ObjectVersion, LandedVersion> versions = new TreeMap<>();
  private String forbidden = "";

  FakeLanding(FolderObjectStore store) {
    this.store = store;
  }

  ObjectVersion drop(String key, String versionId) {
    return drop(key, versionId, DROPPED);
  }

  ObjectVersion drop(String key, String versionId, Instant at) {
    ObjectVersion version = new ObjectVersion(BUCKET, key, versionId);
    store.putVersion(version.ref(), versionId, ("rows of " + key + " " + versionId).getBytes(StandardCharsets.UTF_8));
    versions.put(version, new LandedVersion(version, at));
    return version;
  }

  List<ObjectVersion> all() {
    return List.copyOf(versions.keySet());
  }

  void delete(ObjectVersion version) {
    versions.remove(version);
    if (!store.versionFile(version.ref(), version.versionId()).toFile().delete()) {
      throw new AssertionError("there was no " + version.uri());
    }
  }

  /** Looking at this key fails from now on. */
  void forbid(String key) {
    forbidden = key;
  }

  @Override
  public Optional<LandedVersion> find(ObjectVersion version) {
    if (version.key().equals(forbidden)) {
      throw new IllegalStateException("S3 answered 503");
    }
    return Optional.ofNullable(versions.get(version));
  }

  @Override
  public void each(Consumer<LandedVersion> visitor) {
    versions.values().forEach(visitor);
  }
}
