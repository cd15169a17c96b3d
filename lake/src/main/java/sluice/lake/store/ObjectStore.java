package sluice.lake.store;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one seam to object storage: it creates and reads, and never overwrites or deletes.
 *
 * <p>Every failure is a {@link StoreException}, whose fault says whether to try again. Metadata keys are lower-case
 * letters, digits and {@code -}; values are printable ASCII, as S3 keeps nothing else unchanged.
 */
public interface ObjectStore {
  /** Creates the object once; the same bytes already there count as our own earlier attempt and so as success. */
  void putIfAbsent(ObjectRef ref, Path file, Map<String, String> metadata) throws ConflictException;

  void putIfAbsent(ObjectRef ref, byte[] bytes, Map<String, String> metadata) throws ConflictException;

  Optional<StoredObject> head(ObjectRef ref);

  /** Reading ends with a {@link StoreException} when the object is cut short on its way. */
  InputStream open(ObjectRef ref) throws MissingObjectException;

  /** The bytes of that one version, whatever was written over it since; a version that was deleted is missing. */
  InputStream open(ObjectRef ref, String versionId) throws MissingObjectException;

  /** All objects whose key starts with the prefix, sorted by key. */
  List<ObjectRef> list(String bucket, String prefix);

  /** Same promise as {@link #putIfAbsent(ObjectRef, Path, Map)}, with another object's bytes. */
  void copyIfAbsent(ObjectRef from, ObjectRef to, Map<String, String> metadata)
      throws ConflictException, MissingObjectException;
}
