package sluice.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import sluice.lake.problem.Problem;

/** One command at a time may make or end a world in a folder; the kernel frees the lock however the holder ends. */
final class Lock implements AutoCloseable {
  private final FileChannel channel;

  private Lock(FileChannel channel) {
    this.channel = channel;
  }

  static Lock acquire(Path file, Clock clock, String command) throws IOException {
    Files.createDirectories(file.getParent());
    FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      String holder = Files.readString(file).strip();
      channel.close();
      throw new CommandException(Exit.BUSY, Problem.error("W020", "another command is at work here: " + (holder.isEmpty() ? "unknown" : holder))
          .next("wait for it", "or use another folder:  SLUICE_HOME=/tmp/two ./sluice " + command));
    }
    channel.truncate(0);
    String holder = "./sluice " + command + " since " + clock.instant().truncatedTo(ChronoUnit.SECONDS) + " (pid " + ProcessHandle.current().pid() + ")";
    channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)));
    return new Lock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.truncate(0);
    channel.close();
  }
}
