package sluice.local.sites.rates;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the server's programs are unpacked to (kept, they take seconds) and where its data lie (made anew by each start). */
public record DatabaseFolders(Path binaries, Path data) {

  Path emptied() throws IOException {
    StalePostmaster.endIn(data);
    if (Files.exists(data)) {
      try (Stream<Path> all = Files.walk(data)) {
        List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        for (Path path : deepestFirst) {
          Files.delete(path);
        }
      }
    }
    Files.createDirectories(binaries);
    return Files.createDirectories(data).toRealPath();
  }
}
