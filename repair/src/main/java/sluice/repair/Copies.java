package sluice.repair;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import sluice.lake.store.MissingObjectException;
import sluice.lake.store.ObjectRef;
import sluice.lake.store.ObjectStore;
import sluice.lake.store.Sha256;

/** Objects on a local disk, one at a time. */
final class Copies {
  private final ObjectStore store;
  private final Path folder;

  Copies(ObjectStore store, Path folder) {
    this.store = store;
    this.folder = folder;
  }

  /** An object's bytes on disk, and what they are. */
  record Copy(Path file, long bytes, String sha256) {}

  /** What is done with a copy, which is gone afterwards. */
  interface Use<T> {
    T of(Copy copy) throws IOException;
  }

  /** Nothing where the object is not there. */
  <T> Optional<T> use(ObjectRef object, Use<T> use) throws IOException {
    Path file = Files.createTempFile(folder, "object", null);
    try (InputStream in = store.open(object)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return Optional.of(use.of(new Copy(file, Files.size(file), Sha256.of(file))));
    } catch (MissingObjectException gone) {
      return Optional.empty();
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
