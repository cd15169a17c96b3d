package sluice.extractors.devitjobs;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import sluice.extractors.kit.http.Egress;

/** One page with a memory of its own, which can reach the source's hosts and nothing else. */
final class Tab implements AutoCloseable {
  /** Wide enough for the desktop layout, and tall, so that one step of scrolling shows many cards. */
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 1600;

  private final BrowserContext context;
  private final Page page;

  private Tab(BrowserContext context, Page page) {
    this.context = context;
    this.page = page;
  }

  static Tab open(Browser browser, Egress egress) {
    // A service worker would fetch behind the back of the guard.
    BrowserContext context = browser.newContext(new Browser.NewContextOptions()
        .setServiceWorkers(ServiceWorkerPolicy.BLOCK).setAcceptDownloads(false).setViewportSize(WIDTH, HEIGHT));
    new RequestGuard(egress).watch(context);
    return new Tab(context, context.newPage());
  }

  Page page() {
    return page;
  }

  @Override
  public void close() {
    try {
      context.close();
    } catch (PlaywrightException alreadyGone) {
      // As with the browser: its death has been reported by whoever was using it.
    }
  }
}
