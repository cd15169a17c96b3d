package sluice.extractors.kit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the recorded answers of real sites, which are not part of the project; a test that wants them is skipped without. */
final class RecordedData {
  private RecordedData() {}

  static Path folder(String name) {
    String said = System.getenv("SLUICE_RECORDED_DATA");
    Path data = said == null ? ProjectRoot.find().resolve("../shared/data") : Path.of(said);
    Path folder = data.resolve(name);
    Assumptions.assumeTrue(Files.isDirectory(folder),
        () -> "skipped: no recorded data at " + folder.normalize() + " (SLUICE_RECORDED_DATA names the folder)");
    return folder;
  }
}
