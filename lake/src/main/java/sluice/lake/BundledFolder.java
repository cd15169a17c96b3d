package sluice.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The files that the build put into a folder of a jar: a Lambda has no project folder.
 *
 * <p>Whether the classes are in a jar or, as AWS unpacks them, in a folder makes no difference.
 */
public final class BundledFolder {
  private BundledFolder() {}

  /** Names and contents of the files directly in the folder, sorted by name; none where there is no such folder. */
  public static SequencedMap<String, byte[]> files(Class<?> besides, String folder, String ending) {
    try {
      Path home = Path.of(besides.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(home)) {
        return files(home.resolve(folder), ending);
      }
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        return files(jar.getPath(folder), ending);
      }
    } catch (IOException | URISyntaxException unreadable) {
      throw new UncheckedIOException("cannot read " + folder + " of this build", new IOException(unreadable));
    }
  }

  private static SequencedMap<String, byte[]> files(Path folder, String ending) throws IOException {
    SequencedMap<String, byte[]> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*" + ending)) {
      for (Path file : entries) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }
}
