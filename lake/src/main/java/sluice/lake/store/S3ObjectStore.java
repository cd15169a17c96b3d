package sluice.lake.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** Object storage on S3: creates with {@code If-None-Match: *}, so that no two writers can both win. */
public final class S3ObjectStore implements ObjectStore {
  private final S3Client s3;
  private final Backoff backoff;

  /** The client should not retry by itself: the two would multiply. */
  public S3ObjectStore(S3Client s3, Backoff backoff) {
    this.s3 = Objects.requireNonNull(s3);
    this.backoff = Objects.requireNonNull(backoff);
  }

  @Override
  public void putIfAbsent(ObjectRef ref, Path file, Map<String, String> metadata) {
    put(ref, new Content.OfFile(file), Metadata.checked(metadata));
  }

  @Override
  public void putIfAbsent(ObjectRef ref, byte[] bytes, Map<String, String> metadata) {
    put(ref, new Content.OfBytes(bytes), Metadata.checked(metadata));
  }

  private void put(ObjectRef ref, Content content, Map<String, String> metadata) {
    backoff.call(() -> {
      try {
        return s3.putObject(
            put -> put.bucket(ref.bucket()).key(ref.key()).metadata(metadata).ifNoneMatch("*"), content.body());
      } catch (SdkException refused) {
        if (!S3Faults.alreadyExists(refused)) {
          throw S3Faults.of("write", ref, refused);
        }
        // Perhaps our own attempt, whose answer was lost.
        if (!holds(ref, content)) {
          throw new ConflictException(ref);
        }
        return null;
      }
    });
  }

  private boolean holds(ObjectRef ref, Content content) {
    try (InputStream there = get(ref)) {
      return content.equalTo(there);
    } catch (MissingObjectException goneMeanwhile) {
      throw new StoreException(Fault.UNAVAILABLE, ref.uri() + " existed and is gone", goneMeanwhile);
    } catch (IOException onClosing) {
      throw new StoreException(Fault.UNAVAILABLE, "cannot read " + ref.uri() + ": " + onClosing.getMessage(), onClosing);
    }
  }

  @Override
  public Optional<StoredObject> head(ObjectRef ref) {
    try {
      HeadObjectResponse answer =
          calling("look at", ref, () -> s3.headObject(head -> head.bucket(ref.bucket()).key(ref.key())));
      return Optional.of(new StoredObject(ref, answer.contentLength(), answer.versionId(), answer.metadata()));
    } catch (MissingObjectException absent) {
      return Optional.empty();
    }
  }

  @Override
  public InputStream open(ObjectRef ref) {
    return backoff.call(() -> get(ref));
  }

  @Override
  public InputStream open(ObjectRef ref, String versionId) {
    return backoff.call(() -> {
      try {
        return new WholeObjectStream(s3.getObject(get -> get.bucket(ref.bucket()).key(ref.key()).versionId(versionId)), ref);
      } catch (SdkException failed) {
        throw S3Faults.isGoneVersion(failed) ? new MissingObjectException(ref, versionId) : S3Faults.of("read", ref, failed);
      }
    });
  }

  private InputStream get(ObjectRef ref) {
    try {
      return new WholeObjectStream(s3.getObject(get -> get.bucket(ref.bucket()).key(ref.key())), ref);
    } catch (SdkException failed) {
      throw S3Faults.of("read", ref, failed);
    }
  }

  @Override
  public List<ObjectRef> list(String bucket, String prefix) {
    ObjectRef shown = new ObjectRef(bucket, prefix.isEmpty() ? "*" : prefix + "*");
    List<ObjectRef> found = new ArrayList<>();
    String after = null;
    do {
      ListObjectsV2Request request =
          ListObjectsV2Request.builder().bucket(bucket).prefix(prefix).continuationToken(after).build();
      ListObjectsV2Response page = calling("list", shown, () -> s3.listObjectsV2(request));
      page.contents().forEach(object -> found.add(new ObjectRef(bucket, object.key())));
      after = page.nextContinuationToken();
    } while (after != null);
    found.sort(Comparator.comparing(ObjectRef::key));
    return found;
  }

  /** By reading and writing, as CopyObject cannot be told to create only. */
  @Override
  public void copyIfAbsent(ObjectRef from, ObjectRef to, Map<String, String> metadata) {
    Path copy = null;
    try {
      copy = Files.createTempFile("copy", null);
      Path target = copy;
      backoff.call(() -> download(from, target));
      putIfAbsent(to, copy, metadata);
    } catch (IOException disk) {
      throw new UncheckedIOException("cannot keep a copy of " + from.uri() + " on disk", disk);
    } finally {
      delete(copy);
    }
  }

  private Path download(ObjectRef from, Path target) {
    try (InputStream in = get(from)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
      return target;
    } catch (IOException disk) {
      throw new UncheckedIOException("cannot keep a copy of " + from.uri() + " on disk", disk);
    }
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

  private <T> T calling(String action, ObjectRef ref, Supplier<T> call) {
    return backoff.call(() -> {
      try {
        return call.get();
      } catch (SdkException failed) {
        throw S3Faults.of(action, ref, failed);
      }
    });
  }
}
