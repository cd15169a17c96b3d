package sluice.extractors.devitjobs;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import sluice.extractors.kit.http.Egress;
import sluice.extractors.kit.http.EgressRefusedException;

/** Lets a page ask only where its source may talk to, and not for what nobody will look at. */
final class RequestGuard {
  private static final Set<String> UNSEEN = Set.of("image", "media", "font");

  private final Egress egress;

  RequestGuard(Egress egress) {
    this.egress = egress;
  }

  void watch(BrowserContext context) {
    context.route("**/*", this::decide);
    context.routeWebSocket("**/*", socket -> socket.close());
  }

  private void decide(Route route) {
    if (UNSEEN.contains(route.request().resourceType()) || !permits(route.request().url())) {
      route.abort();
    } else {
      route.resume();
    }
  }

  boolean permits(String url) {
    try {
      egress.permit(URI.create(url));
      return true;
    } catch (EgressRefusedException | IllegalArgumentException | UnknownHostException refused) {
      return false;
    }
  }
}
