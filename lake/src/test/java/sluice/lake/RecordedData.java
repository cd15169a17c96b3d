package sluice.lake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Recorded files of other people, which are not part of the project; tests that want them skip where they are not. */
public final class RecordedData {
  private RecordedData() {}

  public static Path folder(String name) {
    Path all = Path.of(Optional.ofNullable(System.getenv("SLUICE_RECORDED_DATA")).orElse("../../shared/data"));
    Path folder = all.resolve(name);
    Assumptions.assumeTrue(Files.isDirectory(folder),
        "no recorded data at " + folder + "; SLUICE_RECORDED_DATA may name another place");
    return folder;
  }
}
