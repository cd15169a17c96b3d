package sluice.extractors.kit.engine;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import sluice.lake.store.ScratchFolder;

/**
 * An empty folder for one leg, gone when the leg has ended.
 *
 * <p>Opening one also clears what legs left that were killed in the middle: Lambda keeps its disk for the next call,
 * and an extraction that finds it full would fail for no reason of its own. A folder whose owner lives is locked and
 * stays.
 */
final class WorkFolder implements Closeable {
  private static final String LEG = "leg-";
  private static final String LOCK = ".lock";
  // FileLocks are held per process: among the threads of one JVM this is what keeps order.
  private static final Object IN_THIS_PROCESS = new Object();

  private final Path folder;
  private final FileChannel lock;

  private WorkFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  static WorkFolder open(Path root) throws IOException {
    Files.createDirectories(root);
    synchronized (IN_THIS_PROCESS) {
      // The root's lock: nobody may clear a folder between its creation and the lock on it.
      try (FileChannel door = channel(root.resolve(LOCK))) {
        door.lock();
        clearLeftovers(root);
        Path folder = Files.createTempDirectory(root, LEG);
        FileChannel lock = channel(folder.resolve(LOCK));
        lock.lock();
        return new WorkFolder(folder, lock);
      }
    }
  }

  Path path() {
    return folder;
  }

  private static void clearLeftovers(Path root) throws IOException {
    List<Path> legs;
    try (Stream<Path> entries = Files.list(root)) {
      legs = entries.filter(p -> p.getFileName().toString().startsWith(LEG)).toList();
    }
    for (Path leg : legs) {
      if (!ownerLives(leg)) {
        ScratchFolder.delete(leg);
      }
    }
  }

  private static boolean ownerLives(Path leg) throws IOException {
    // Closing the channel gives the lock back.
    try (FileChannel channel = channel(leg.resolve(LOCK))) {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return true;
    }
  }

  private static FileChannel channel(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      ScratchFolder.delete(folder);
    }
  }
}
