package sluice.extractors.devitjobs;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.Set;

/** Remembers the first request of a page that went wrong, because a list that stays empty does not say why. */
final class Setbacks {
  /** Without these the page is not the page; a missing picture or a counter that we refuse ourselves says nothing. */
  private static final Set<String> NEEDED = Set.of("script", "fetch", "xhr", "stylesheet");
  private static final String REFUSED_BY_US = "net::ERR_FAILED";

  private String first = "";

  void watch(Page page) {
    page.onResponse(this::answered);
    page.onRequestFailed(this::failed);
  }

  boolean none() {
    return first.isEmpty();
  }

  /** An addition to a sentence, or nothing. */
  String told() {
    return first.isEmpty() ? "" : "; " + first;
  }

  private void answered(Response response) {
    if (response.status() >= 500 || response.status() == 429) {
      note(response.url() + " answered " + response.status());
    }
  }

  private void failed(Request request) {
    if (NEEDED.contains(request.resourceType()) && !REFUSED_BY_US.equals(request.failure())) {
      note(request.url() + " failed: " + request.failure());
    }
  }

  /** What follows a first failure is mostly its echo. */
  private void note(String what) {
    if (first.isEmpty()) {
      first = what;
    }
  }
}
