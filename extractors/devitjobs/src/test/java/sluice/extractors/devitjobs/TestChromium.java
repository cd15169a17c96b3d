package sluice.extractors.devitjobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds the browser of this machine; tests that need one are skipped, with the reason, where there is none. */
final class TestChromium {
  private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private TestChromium() {}

  static Chromium required(Path scratch) {
    Optional<Path> executable = find();
    String missing = "skipped: no Chromium found (looked at SLUICE_CHROMIUM, PATH and /usr/bin/chromium)";
    if (executable.isEmpty()) {
      System.out.println(missing);
    }
    Assumptions.assumeTrue(executable.isPresent(), missing);
    return new Chromium(executable.orElseThrow(), Path.of(System.getProperty("playwright.cli.dir")), scratch);
  }

  private static Optional<Path> find() {
    Stream<Path> named = Stream.ofNullable(System.getenv("SLUICE_CHROMIUM")).map(Path::of);
    Stream<Path> onPath = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.of(named, onPath, Stream.of(Path.of("/usr/bin/chromium"))).flatMap(all -> all).filter(Files::isExecutable).findFirst();
  }
}
