package sluice.lake.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awssdk.core.sync.RequestBody;

/** What is to be written: bytes that can be read as often as it takes. */
sealed interface Content {
  long size();

  InputStream open() throws IOException;

  RequestBody body();

  default boolean equalTo(InputStream other) {
    try (InputStream own = open()) {
      byte[] mine = new byte[64 * 1024];
      while (true) {
        int length = own.readNBytes(mine, 0, mine.length);
        byte[] theirs = other.readNBytes(length);
        if (!java.util.Arrays.equals(mine, 0, length, theirs, 0, theirs.length)) {
          return false;
        }
        if (length < mine.length) {
          return other.read() < 0;
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("cannot compare what is to be written with what is there", broken);
    }
  }

  /** A file, which must not change until it is written. */
  record OfFile(Path file) implements Content {
    @Override
    public long size() {
      try {
        return Files.size(file);
      } catch (IOException gone) {
        throw new UncheckedIOException("cannot read " + file, gone);
      }
    }

    @Override
    public InputStream open() throws IOException {
      return Files.newInputStream(file);
    }

    @Override
    public RequestBody body() {
      return RequestBody.fromFile(file);
    }
  }

  /** Bytes in memory. */
  record OfBytes(byte[] bytes) implements Content {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public RequestBody body() {
      return RequestBody.fromBytes(bytes);
    }
  }
}
