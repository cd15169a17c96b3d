package sluice.report;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, without a window. */
final class Browser implements AutoCloseable {
  private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  Browser(Path executable) {
    playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    chromium = playwright.chromium().launch(new BrowserType.LaunchOptions()
        .setExecutablePath(executable)
        .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  /** SLUICE_CHROMIUM, Debian's place, then the PATH. */
  static Optional<Path> find(Map<String, String> environment) {
    Stream<Path> named = Stream.ofNullable(environment.get("SLUICE_CHROMIUM")).filter(path -> !path.isBlank()).map(Path::of);
    Stream<Path> onPath = Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
    return Stream.concat(named, Stream.concat(Stream.of(Path.of("/usr/bin/chromium")), onPath)).filter(Files::isExecutable).findFirst();
  }

  Page open(com.microsoft.playwright.Browser.NewContextOptions options) {
    BrowserContext context = chromium.newContext(options);
    return context.newPage();
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
