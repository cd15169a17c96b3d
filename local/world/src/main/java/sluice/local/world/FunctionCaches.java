package sluice.local.world;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The ahead-of-time caches of the functions' JVMs, one a jar; they halve a cold start and change nothing else.
 *
 * <p>A JVM that finds its cache made from another jar goes on without it.
 *
 * @param folder holds {@code <jar's name>.aot}
 */
public record FunctionCaches(Path folder, Mode mode) {
  /** Whether the JVMs of this world read the caches or make them. */
  public enum Mode {
    USE,
    MAKE
  }

  /** What a function's JVM is told in addition; empty where there is no cache. */
  public String options(Path jar) {
    Path cache = of(jar);
    return switch (mode) {
      case USE -> Files.exists(cache) ? "-XX:AOTCache=" + cache + " -Xlog:aot=off -Xlog:cds=off" : "";
      // A JVM writes its cache when it ends of its own accord.
      case MAKE -> "-XX:AOTCacheOutput=" + cache + " -Dsluice.local.invocations=" + Training.invocations(jar);
    };
  }

  public Path of(Path jar) {
    return folder.resolve(jar.getFileName().toString().replaceFirst("\\.jar$", ".aot"));
  }
}
