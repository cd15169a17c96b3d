package sluice.extractors.devitjobs;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import sluice.extractors.kit.Fault;
import sluice.extractors.kit.SourceUnavailableException;
import sluice.extractors.kit.http.Egress;

/** One browser with one page, which can reach the source's own hosts and nothing else; closing it leaves no process. */
final class ChromiumSession implements AutoCloseable {
  /** Wide enough for the desktop layout, and tall, so that one step of scrolling shows many cards. */
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 1600;

  private final Playwright playwright;
  private final BrowserContext context;
  private final Page page;

  private ChromiumSession(Playwright playwright, BrowserContext context, Page page) {
    this.playwright = playwright;
    this.context = context;
    this.page = page;
  }

  static ChromiumSession open(Chromium chromium, Egress egress, URI target) throws UnknownHostException {
    Egress.Target permitted = egress.permit(target);
    Playwright playwright = driver(chromium);
    try {
      Browser browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
          .setExecutablePath(chromium.executable())
          .setHeadless(true)
          .setArgs(ChromiumFlags.forPage(target, permitted.addresses()))
          .setEnv(environment(chromium)));
      // A service worker would fetch behind the back of the routes below.
      BrowserContext context = browser.newContext(new Browser.NewContextOptions()
          .setServiceWorkers(ServiceWorkerPolicy.BLOCK).setAcceptDownloads(false).setViewportSize(WIDTH, HEIGHT));
      new RequestGuard(egress).watch(context);
      return new ChromiumSession(playwright, context, context.newPage());
    } catch (PlaywrightException e) {
      playwright.close();
      throw new SourceUnavailableException(Fault.BROWSER_FAILED, "Chromium did not start from " + chromium.executable() + ": " + firstLine(e), e);
    }
  }

  Page page() {
    return page;
  }

  @Override
  public void close() {
    try {
      context.browser().close();
    } catch (PlaywrightException alreadyGone) {
      // A browser that died has already been reported by whoever was using it.
    } finally {
      playwright.close();
    }
  }

  private static Playwright driver(Chromium chromium) {
    // Playwright knows only this property; it is the same for every session of a process.
    System.setProperty("playwright.cli.dir", chromium.driver().toString());
    try {
      return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    } catch (RuntimeException e) {
      throw new SourceUnavailableException(Fault.BROWSER_FAILED, "Playwright's driver did not start from " + chromium.driver() + ": " + firstLine(e), e);
    }
  }

  private static Map<String, String> environment(Chromium chromium) {
    String scratch = chromium.scratch().toString();
    return Map.of("HOME", scratch, "XDG_CONFIG_HOME", scratch, "XDG_CACHE_HOME", scratch, "TMPDIR", scratch,
        "PATH", "/usr/local/bin:/usr/bin:/bin", "LANG", "C.UTF-8");
  }

  static String firstLine(Throwable problem) {
    return String.valueOf(problem.getMessage()).lines().map(String::strip).filter(line -> line.length() > 1).findFirst().orElse(problem.getClass().getSimpleName());
  }
}
