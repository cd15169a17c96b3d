package sluice.extractors.devitjobs;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import sluice.extractors.kit.Fault;
import sluice.extractors.kit.SourceChangedException;
import sluice.extractors.kit.SourceUnavailableException;

/** The list's page in the browser: opened until its first cards are there, then looked at place by place. */
final class ListPage implements ListView {
  private static final String LOOK = resource("look.js");
  private static final String FIRST_ITEM = "div.joblist-container li";

  private final Page page;
  private final Setbacks setbacks = new Setbacks();

  ListPage(Page page) {
    this.page = page;
    setbacks.watch(page);
  }

  ListPage open(BrowserSettings settings) {
    page.setDefaultTimeout(settings.load().toMillis());
    Response response;
    try {
      response = page.navigate(settings.url().toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
    } catch (PlaywrightException e) {
      throw new SourceUnavailableException(Fault.PAGE_UNAVAILABLE, settings.url() + " did not load: " + FirstLine.of(e), e);
    }
    refuse(settings, response.status());
    try {
      waitForFirstItem(settings);
    } catch (PlaywrightException e) {
      throw died(e);
    }
    return this;
  }

  private void waitForFirstItem(BrowserSettings settings) {
    try {
      page.waitForSelector(FIRST_ITEM);
    } catch (TimeoutError e) {
      throw nothingListed(settings, e);
    }
  }

  private static SourceUnavailableException died(PlaywrightException cause) {
    return new SourceUnavailableException(Fault.BROWSER_FAILED, "the page died while it was read: " + FirstLine.of(cause), cause);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Glimpse look(long top, Duration pause) {
    Object seen;
    try {
      seen = page.evaluate(LOOK, Map.of("top", (double) top, "pause", (double) pause.toMillis()));
    } catch (PlaywrightException e) {
      throw died(e);
    }
    if (seen == null) {
      throw new SourceChangedException(Fault.PAGE_CHANGED, "the list disappeared while it was read: expected div.joblist-container div div" + setbacks.told());
    }
    return GlimpseReader.read((Map<String, Object>) seen);
  }

  private void refuse(BrowserSettings settings, int status) {
    if (status == 429) {
      throw new SourceUnavailableException(Fault.TOO_MANY_REQUESTS, settings.url() + " answered 429");
    }
    if (status >= 500) {
      throw new SourceUnavailableException(Fault.PAGE_UNAVAILABLE, settings.url() + " answered " + status);
    }
    if (status >= 400) {
      throw new SourceChangedException(Fault.REQUEST_REFUSED, settings.url() + " answered " + status);
    }
  }

  /** A page whose parts did not all arrive may be well the next time; one that is whole and has no list is another page. */
  private RuntimeException nothingListed(BrowserSettings settings, TimeoutError cause) {
    String what = settings.url() + " (\"" + page.title() + "\") shows no list: expected " + FIRST_ITEM + " within "
        + settings.load().toSeconds() + " s" + setbacks.told();
    boolean arrived = setbacks.none() && page.querySelector("div.joblist-container") == null;
    return arrived ? new SourceChangedException(Fault.PAGE_CHANGED, what, cause) : new SourceUnavailableException(Fault.PAGE_UNAVAILABLE, what, cause);
  }

  private static String resource(String name) {
    try (InputStream in = ListPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
