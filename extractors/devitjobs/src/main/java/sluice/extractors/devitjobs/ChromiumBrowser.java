package sluice.extractors.devitjobs;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import sluice.extractors.kit.Fault;
import sluice.extractors.kit.SourceUnavailableException;
import sluice.extractors.kit.http.Egress;

/** A running Chromium that knows the address of one host only; closing it leaves no process. */
final class ChromiumBrowser implements AutoCloseable {
  /** A cold start of a large image on a busy machine; what takes longer will not come. */
  private static final Duration START = Duration.ofSeconds(60);

  private final Playwright playwright;
  private final Browser browser;

  private ChromiumBrowser(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static ChromiumBrowser open(Chromium chromium, Egress egress, URI target) throws UnknownHostException {
    Egress.Target permitted = egress.permit(target);
    Playwright playwright = driver(chromium);
    try {
      Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
          .setExecutablePath(chromium.executable())
          .setHeadless(true)
          .setTimeout(START.toMillis())
          .setArgs(ChromiumFlags.forPage(target, permitted.addresses()))
          .setEnv(environment(chromium)));
      return new ChromiumBrowser(playwright, browser);
    } catch (PlaywrightException e) {
      playwright.close();
      throw new SourceUnavailableException(Fault.BROWSER_FAILED,
          "Chromium did not start from " + chromium.executable() + ": " + FirstLine.of(e), e);
    }
  }

  /** A new, empty tab that may ask only what {@code egress} permits. */
  Tab tab(Egress egress) {
    return Tab.open(browser, egress);
  }

  @Override
  public void close() {
    try {
      browser.close();
    } catch (PlaywrightException alreadyGone) {
      // A browser that died has already been reported by whoever was using it.
    } finally {
      playwright.close();
    }
  }

  private static Playwright driver(Chromium chromium) {
    // Playwright knows only this property; it is the same for every browser of a process.
    System.setProperty("playwright.cli.dir", chromium.driver().toString());
    try {
      return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    } catch (RuntimeException e) {
      throw new SourceUnavailableException(Fault.BROWSER_FAILED,
          "Playwright's driver did not start from " + chromium.driver() + ": " + FirstLine.of(e), e);
    }
  }

  private static Map<String, String> environment(Chromium chromium) {
    String scratch = chromium.scratch().toString();
    return Map.of("HOME", scratch, "XDG_CONFIG_HOME", scratch, "XDG_CACHE_HOME", scratch, "TMPDIR", scratch,
        "PATH", "/usr/local/bin:/usr/bin:/bin", "LANG", "C.UTF-8");
  }
}
