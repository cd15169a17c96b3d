package sluice.extractors.devitjobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Which browser is driven, and with what.
 *
 * @param executable the browser itself
 * @param driver the folder of Playwright's driver: {@code node} and {@code package/cli.js}
 * @param scratch where the browser may write; on Lambda only /tmp is writable
 */
record Chromium(Path executable, Path driver, Path scratch) {
  static final String EXECUTABLE = "SLUICE_CHROMIUM";
  static final String DRIVER = "PLAYWRIGHT_CLI_DIR";

  static Chromium of(Map<String, String> variables, Path scratch) {
    return new Chromium(
        found(variables, EXECUTABLE, "the path of a Chromium", Path.of("")),
        found(variables, DRIVER, "the folder of Playwright's driver, with node in it", Path.of("node")).getParent(),
        scratch);
  }

  private static Path found(Map<String, String> variables, String name, String expected, Path inside) {
    String value = variables.getOrDefault(name, "");
    Path file = Path.of(value).resolve(inside);
    if (value.isBlank() || !Files.isExecutable(file)) {
      throw new IllegalStateException(name + ": expected " + expected + ", found " + (value.isBlank() ? "nothing" : value));
    }
    return file;
  }
}
