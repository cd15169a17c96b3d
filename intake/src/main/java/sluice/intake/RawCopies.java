package sluice.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import sluice.lake.PartitionKey;
import sluice.lake.Zone;
import sluice.lake.landing.BatchObject;
import sluice.lake.manifest.Part;
import sluice.lake.store.MissingObjectException;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.Sha256;
import sluice.lake.store.StoredObject;

/** Copies landed versions to raw, each once: {@code <partition>/<12 digits of the uri's hash>-<safe file name>}. */
final class RawCopies {
  private static final int HASH_SHOWN = 12;
  private static final int LONGEST_NAME = 100;
  private static final String SHA256 = "sha256";

  private final ObjectStore store;
  private final String rawBucket;
  private final Path workFolder;

  /** {@code workFolder} is on a local disk with room for the largest landed object. */
  RawCopies(ObjectStore store, String rawBucket, Path workFolder) {
    this.store = store;
    this.rawBucket = rawBucket;
    this.workFolder = workFolder;
  }

  /** Nothing where the version was deleted before it was copied; a copy that is there stands for a version that is not. */
  Optional<Part> copy(BatchObject object, PartitionKey partition, int index) {
    ObjectRef copy = new ObjectRef(rawBucket, key(object, partition));
    Optional<StoredObject> before = store.head(copy).filter(there -> there.metadata().containsKey(SHA256));
    return before.isPresent()
        ? before.map(there -> part(index, copy, there.bytes(), there.metadata().get(SHA256), object))
        : bring(object, copy, index);
  }

  static String key(BatchObject object, PartitionKey partition) {
    String hash = Sha256.of(object.object().uri().getBytes(StandardCharsets.UTF_8)).substring(0, HASH_SHOWN);
    return partition.object(Zone.RAW, hash + "-" + safeName(object.key()));
  }

  /** The end of a long name is kept, as it says what kind of file it is. */
  private static String safeName(String key) {
    String safe = key.substring(key.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
    return safe.substring(Math.max(0, safe.length() - LONGEST_NAME));
  }

  private Optional<Part> bring(BatchObject object, ObjectRef copy, int index) {
    Path file = null;
    try {
      Files.createDirectories(workFolder);
      file = Files.createTempFile(workFolder, "landed", null);
      try (InputStream in = store.open(new ObjectRef(object.bucket(), object.key()), object.versionId())) {
        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      }
      String sha256 = Sha256.of(file);
      store.putIfAbsent(copy, file, Map.of(SHA256, sha256));
      return Optional.of(part(index, copy, Files.size(file), sha256, object));
    } catch (MissingObjectException gone) {
      return Optional.empty();
    } catch (IOException disk) {
      throw new UncheckedIOException("cannot keep a copy of " + object.object().uri() + " on disk", disk);
    } finally {
      delete(file);
    }
  }

  private static Part part(int index, ObjectRef copy, long bytes, String sha256, BatchObject object) {
    return new Part(index, copy.key(), bytes, 0, sha256, object.object().uri());
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException leftBehind) {
      // The function's disk is thrown away with it; failing the copy for it would lose good work.
    }
  }
}
