package sluice.lake.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** An object store in memory, with the same promises as S3; for what is tried thousands of times. */
public final class MemoryObjectStore implements ObjectStore {
  private final Map<ObjectRef, Kept> objects = new ConcurrentHashMap<>();
  private final Map<String, byte[]> versions = new ConcurrentHashMap<>();

  private record Kept(byte[] bytes, Map<String, String> metadata) {}

  /** What a producer dropped, as a versioned bucket keeps it. */
  public void putVersion(ObjectRef ref, String versionId, byte[] bytes) {
    versions.put(version(ref, versionId), bytes.clone());
  }

  public byte[] bytes(ObjectRef ref) {
    Kept kept = objects.get(ref);
    if (kept == null) {
      throw new MissingObjectException(ref);
    }
    return kept.bytes.clone();
  }

  /** Puts other bytes in an object's place, which no store of ours does by itself. */
  public void overwrite(ObjectRef ref, byte[] bytes) {
    objects.put(ref, new Kept(bytes.clone(), Map.of()));
  }

  @Override
  public void putIfAbsent(ObjectRef ref, Path file, Map<String, String> metadata) {
    try {
      putIfAbsent(ref, Files.readAllBytes(file), metadata);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void putIfAbsent(ObjectRef ref, byte[] bytes, Map<String, String> metadata) {
    Kept there = objects.putIfAbsent(ref, new Kept(bytes.clone(), Metadata.checked(metadata)));
    if (there != null && !Arrays.equals(there.bytes, bytes)) {
      throw new ConflictException(ref);
    }
  }

  @Override
  public Optional<StoredObject> head(ObjectRef ref) {
    return Optional.ofNullable(objects.get(ref)).map(kept -> new StoredObject(ref, kept.bytes.length, "", kept.metadata));
  }

  @Override
  public InputStream open(ObjectRef ref) {
    return new ByteArrayInputStream(bytes(ref));
  }

  @Override
  public InputStream open(ObjectRef ref, String versionId) {
    byte[] bytes = versions.get(version(ref, versionId));
    if (bytes == null) {
      throw new MissingObjectException(ref, versionId);
    }
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public List<ObjectRef> list(String bucket, String prefix) {
    return objects.keySet().stream().filter(ref -> ref.bucket().equals(bucket) && ref.key().startsWith(prefix))
        .sorted(Comparator.comparing(ObjectRef::key)).toList();
  }

  @Override
  public void copyIfAbsent(ObjectRef from, ObjectRef to, Map<String, String> metadata) {
    putIfAbsent(to, bytes(from), metadata);
  }

  private static String version(ObjectRef ref, String versionId) {
    return ref.uri() + "?versionId=" + versionId;
  }
}
