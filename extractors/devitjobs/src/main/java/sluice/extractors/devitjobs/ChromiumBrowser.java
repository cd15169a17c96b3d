package sluice.extractors.devitjobs;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
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
  private final Scratch scratch;

  private ChromiumBrowser(Playwright playwright, Browser browser, Scratch scratch) {
    this.playwright = playwright;
    this.browser = browser;
    this.scratch = scratch;
  }

  static ChromiumBrowser open(Chromium chromium, Egress egress, URI target) throws IOException {
    Egress.Target permitted = permitted(egress, target);
    Scratch scratch = Scratch.in(chromium.scratch());
    try {
      return start(chromium, scratch, ChromiumFlags.forPage(target, permitted.addresses()));
    } catch (RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  private static ChromiumBrowser start(Chromium chromium, Scratch scratch, List<String> flags) {
    Playwright playwright = driver(chromium);
    try {
      Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
          .setExecutablePath(chromium.executable())
          .setHeadless(true)
          .setTimeout(START.toMillis())
          .setArgs(flags)
          .setEnv(environment(scratch)));
      return new ChromiumBrowser(playwright, browser, scratch);
    } catch (PlaywrightException e) {
      playwright.close();
      throw new SourceUnavailableException(Fault.BROWSER_FAILED,
          "Chromium did not start from " + chromium.executable() + ": " + FirstLine.of(e), e);
    }
  }

  /** A new, empty tab that may ask only what {@code egress} permits. */
  Tab tab(Egress egress) {
    try {
      return Tab.open(browser, egress);
    } catch (PlaywrightException e) {
      throw new SourceUnavailableException(Fault.BROWSER_FAILED, "Chromium opened no tab: " + FirstLine.of(e), e);
    }
  }

  @Override
  public void close() {
    try {
      browser.close();
    } catch (PlaywrightException alreadyGone) {
      // A browser that died has already been reported by whoever was using it.
    } finally {
      playwright.close();
      scratch.close();
    }
  }

  private static Egress.Target permitted(Egress egress, URI target) {
    try {
      return egress.permit(target);
    } catch (UnknownHostException e) {
      throw new SourceUnavailableException(Fault.PAGE_UNAVAILABLE, "no address is known for " + target.getHost(), e);
    }
  }

  private static Playwright driver(Chromium chromium) {
    // Property and environment are taken once for a whole process, so nothing that is this browser's own may be in them.
    System.setProperty("playwright.cli.dir", chromium.driver().toString());
    try {
      return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    } catch (RuntimeException e) {
      throw new SourceUnavailableException(Fault.BROWSER_FAILED,
          "Playwright's driver did not start from " + chromium.driver() + ": " + FirstLine.of(e), e);
    }
  }

  /** No TMPDIR: the browser binds a socket there, and the path of a socket may have 107 characters only. */
  private static Map<String, String> environment(Scratch scratch) {
    String folder = scratch.folder().toString();
    return Map.of("HOME", folder, "XDG_CONFIG_HOME", folder, "XDG_CACHE_HOME", folder,
        "PATH", "/usr/local/bin:/usr/bin:/bin", "LANG", "C.UTF-8");
  }
}
