package sluice.lake.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An object store in a folder, with the same promises as S3: an object is there whole or not at all, and is created once. */
public final class FolderObjectStore implements ObjectStore {
  private final Path root;

  public FolderObjectStore(Path root) {
    this.root = root;
  }

  /** The file that holds the object's bytes, for tests that damage or delete it. */
  public Path file(ObjectRef ref) {
    return encoded("objects", ref);
  }

  /** What a producer dropped, as a versioned bucket keeps it. */
  public void putVersion(ObjectRef ref, String versionId, byte[] bytes) {
    Path file = versionFile(ref, versionId);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  /** The file that holds the version's bytes, for tests that delete it. */
  public Path versionFile(ObjectRef ref, String versionId) {
    // By its hash: a file name cannot be as long as a key with its version.
    return root.resolve("versions").resolve(Sha256.of((ref.uri() + "?versionId=" + versionId).getBytes(StandardCharsets.UTF_8)));
  }

  public byte[] bytes(ObjectRef ref) {
    try (InputStream in = open(ref)) {
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
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
    Metadata.checked(metadata);
    try {
      Path target = file(ref);
      Files.createDirectories(target.getParent());
      Path whole = Files.write(Files.createTempFile(Files.createDirectories(root.resolve("incoming")), "put", null), bytes);
      try {
        // A link is made at once and never over another file.
        Files.createLink(target, whole);
        writeMetadata(ref, metadata);
      } catch (FileAlreadyExistsException there) {
        if (!Arrays.equals(Files.readAllBytes(target), bytes)) {
          throw new ConflictException(ref);
        }
      } finally {
        Files.delete(whole);
      }
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  @Override
  public Optional<StoredObject> head(ObjectRef ref) {
    try {
      return Optional.of(new StoredObject(ref, Files.size(file(ref)), "", readMetadata(ref)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  @Override
  public InputStream open(ObjectRef ref) {
    try {
      return Files.newInputStream(file(ref));
    } catch (NoSuchFileException absent) {
      throw new MissingObjectException(ref);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  @Override
  public InputStream open(ObjectRef ref, String versionId) {
    try {
      return Files.newInputStream(versionFile(ref, versionId));
    } catch (NoSuchFileException absent) {
      throw new MissingObjectException(ref, versionId);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  @Override
  public List<ObjectRef> list(String bucket, String prefix) {
    Path folder = root.resolve("objects").resolve(encoded(bucket));
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile)
          .map(file -> new ObjectRef(bucket, decoded(folder.relativize(file))))
          .filter(ref -> ref.key().startsWith(prefix))
          .sorted(Comparator.comparing(ObjectRef::key))
          .toList();
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  @Override
  public void copyIfAbsent(ObjectRef from, ObjectRef to, Map<String, String> metadata) {
    putIfAbsent(to, bytes(from), metadata);
  }

  private void writeMetadata(ObjectRef ref, Map<String, String> metadata) throws IOException {
    Properties properties = new Properties();
    properties.putAll(metadata);
    Path file = encoded("metadata", ref);
    Files.createDirectories(file.getParent());
    try (var out = Files.newOutputStream(file)) {
      properties.store(out, null);
    }
  }

  private Map<String, String> readMetadata(ObjectRef ref) throws IOException {
    Path file = encoded("metadata", ref);
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        properties.load(in);
      }
    }
    return properties.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, properties::getProperty));
  }

  // Any key S3 takes must work, also "..", "a//b" and a key that is another one's folder: hence the trailing sign.
  private Path encoded(String kind, ObjectRef ref) {
    String[] segments = ref.key().split("/", -1);
    Path path = root.resolve(kind).resolve(encoded(ref.bucket()));
    for (int i = 0; i < segments.length - 1; i++) {
      path = path.resolve(encoded(segments[i]) + "%d");
    }
    return path.resolve(encoded(segments[segments.length - 1]) + "%f");
  }

  private static String encoded(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8);
  }

  private static String decoded(Path path) {
    return Stream.iterate(0, i -> i < path.getNameCount(), i -> i + 1)
        .map(i -> path.getName(i).toString())
        .map(name -> name.substring(0, name.length() - 2))
        .map(name -> java.net.URLDecoder.decode(name, StandardCharsets.UTF_8))
        .collect(Collectors.joining("/"));
  }
}
