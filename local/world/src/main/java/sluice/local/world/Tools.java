package sluice.local.world;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The programs of this machine that the world runs with; the launcher finds them and hands them on. */
public record Tools(Path java, Optional<Path> chromium) {

  public static Tools fromEnvironment(Map<String, String> environment) {
    Path java = Path.of(environment.getOrDefault("SLUICE_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    return new Tools(java, Optional.ofNullable(environment.get("SLUICE_CHROMIUM")).filter(path -> !path.isBlank()).map(Path::of));
  }
}
