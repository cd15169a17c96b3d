package sluice.lake.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Numbers every call to another store from 1 and lets one of them go wrong.
 *
 * <p>Use: run once without a fault and read {@link #calls}; then for each number and each {@link Injection} run with the
 * fault, run again without it on the same inner store, and compare with a run that never failed.
 */
public final class FaultyObjectStore implements ObjectStore {
  private final ObjectStore inner;
  private final FaultyCalls calls;

  /** Shares the numbering with whatever else these calls go to. */
  public FaultyObjectStore(ObjectStore inner, FaultyCalls calls) {
    this.inner = inner;
    this.calls = calls;
  }

  /** Only counts. */
  public static FaultyObjectStore counting(ObjectStore inner) {
    return new FaultyObjectStore(inner, FaultyCalls.counting());
  }

  public static FaultyObjectStore failing(ObjectStore inner, int atCall, Injection injection) {
    return new FaultyObjectStore(inner, FaultyCalls.failing(atCall, injection));
  }

  /** Every call so far, such as {@code putIfAbsent s3://bucket/key}. */
  public List<String> calls() {
    return calls.made();
  }

  @Override
  public void putIfAbsent(ObjectRef ref, Path file, Map<String, String> metadata) {
    put(ref, () -> read(file), metadata);
  }

  @Override
  public void putIfAbsent(ObjectRef ref, byte[] bytes, Map<String, String> metadata) {
    put(ref, () -> bytes, metadata);
  }

  private void put(ObjectRef ref, Supplier<byte[]> bytes, Map<String, String> metadata) {
    calls.make("putIfAbsent " + ref, fault -> {
      if (fault == Injection.SHORT_WRITE) {
        throw FaultyCalls.unavailable("the connection broke while writing " + ref);
      }
      byte[] whole = bytes.get();
      inner.putIfAbsent(ref, fault == Injection.SILENT_DAMAGE ? half(whole) : whole, metadata);
      return null;
    });
  }

  @Override
  public Optional<StoredObject> head(ObjectRef ref) {
    return calls.make("head " + ref, fault -> inner.head(ref));
  }

  @Override
  public InputStream open(ObjectRef ref) {
    return open("open " + ref, ref, () -> inner.open(ref));
  }

  @Override
  public InputStream open(ObjectRef ref, String versionId) {
    return open("open " + ref + "?versionId=" + versionId, ref, () -> inner.open(ref, versionId));
  }

  private InputStream open(String what, ObjectRef ref, Supplier<InputStream> opened) {
    return calls.make(what, fault -> {
      if (fault != Injection.SHORT_WRITE && fault != Injection.SILENT_DAMAGE) {
        return opened.get();
      }
      try (InputStream in = opened.get()) {
        InputStream half = new ByteArrayInputStream(half(in.readAllBytes()));
        return fault == Injection.SILENT_DAMAGE ? half : new SequenceInputStream(half, new BrokenStream(ref));
      } catch (IOException disk) {
        throw new UncheckedIOException(disk);
      }
    });
  }

  @Override
  public List<ObjectRef> list(String bucket, String prefix) {
    return calls.make("list s3://" + bucket + "/" + prefix, fault -> inner.list(bucket, prefix));
  }

  @Override
  public void copyIfAbsent(ObjectRef from, ObjectRef to, Map<String, String> metadata) {
    calls.make("copyIfAbsent " + from + " " + to, fault -> {
      if (fault == Injection.SHORT_WRITE) {
        throw FaultyCalls.unavailable("the connection broke while copying to " + to);
      }
      if (fault == Injection.SILENT_DAMAGE) {
        try (InputStream in = inner.open(from)) {
          inner.putIfAbsent(to, half(in.readAllBytes()), metadata);
        } catch (IOException disk) {
          throw new UncheckedIOException(disk);
        }
      } else {
        inner.copyIfAbsent(from, to, metadata);
      }
      return null;
    });
  }

  private static byte[] half(byte[] whole) {
    return Arrays.copyOf(whole, whole.length / 2);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  private static final class BrokenStream extends InputStream {
    private final ObjectRef ref;

    BrokenStream(ObjectRef ref) {
      this.ref = ref;
    }

    @Override
    public int read() {
      throw FaultyCalls.unavailable("the connection broke while reading " + ref);
    }
  }
}
