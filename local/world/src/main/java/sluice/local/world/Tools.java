package sluice.local.world;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The programs of this machine that the world runs with; the launcher finds them and hands them on.
 *
 * @param athenaCache the JVM's ahead-of-time cache of the local Athena, which only makes its start faster
 * @param functionCaches those of the functions, likewise
 */
public record Tools(Path java, Optional<Path> chromium, Optional<Path> athenaCache, Optional<FunctionCaches> functionCaches) {

  public static Tools fromEnvironment(Map<String, String> environment) {
    Path java = Path.of(environment.getOrDefault("SLUICE_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    return new Tools(java, path(environment, "SLUICE_CHROMIUM"), path(environment, "SLUICE_ATHENA_CACHE").filter(Files::exists),
        path(environment, "SLUICE_FUNCTION_CACHES").map(folder -> new FunctionCaches(folder, FunctionCaches.Mode.USE)));
  }

  private static Optional<Path> path(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(path -> !path.isBlank()).map(Path::of);
  }
}
