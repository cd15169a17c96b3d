package sluice.validator.file.unique;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file of longs that is written to its end, read as a whole, and gone when it is closed. */
final class LongFile implements Closeable {
  private static final int BUFFER_BYTES = 40 << 10;

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  LongFile(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.READ,
        StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
  }

  /** At most as many as the buffer holds. */
  void add(long[] words, int from, int count) throws IOException {
    if (buffer.remaining() < count * Long.BYTES) {
      flush();
    }
    for (int at = from; at < from + count; at++) {
      buffer.putLong(words[at]);
    }
  }

  long[] readAll() throws IOException {
    flush();
    long[] words = new long[Math.toIntExact(channel.size() / Long.BYTES)];
    channel.position(0);
    for (int at = 0; at < words.length; ) {
      buffer.clear();
      if (channel.read(buffer) < 0) {
        throw new EOFException("a file of the gate's own has become shorter");
      }
      // A read may end anywhere; what is left of a number is read again.
      int whole = buffer.position() / Long.BYTES;
      channel.position(channel.position() - buffer.position() % Long.BYTES);
      buffer.flip().limit(whole * Long.BYTES).asLongBuffer().get(words, at, whole);
      at += whole;
    }
    buffer.clear();
    return words;
  }

  private void flush() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
