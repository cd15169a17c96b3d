package sluice.local.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The programs of this machine that the world runs with; the launcher finds them and hands them on.
 *
 * @param athenaCache the JVM's ahead-of-time cache of the local Athena, which only makes its start faster
 */
public record Tools(Path java, Optional<Path> chromium, Optional<Path> athenaCache) {

  public static Tools fromEnvironment(Map<String, String> environment) {
    Path java = Path.of(environment.getOrDefault("SLUICE_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    return new Tools(java, path(environment, "SLUICE_CHROMIUM"), path(environment, "SLUICE_ATHENA_CACHE").filter(Files::exists));
  }

  private static Optional<Path> path(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(path -> !path.isBlank()).map(Path::of);
  }
}
