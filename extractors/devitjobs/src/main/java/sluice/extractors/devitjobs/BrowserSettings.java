package sluice.extractors.devitjobs;

import java.net.URI;
import java.time.Duration;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.yaml.YamlNode;

/**
 * The {@code browser} part of the source's definition.
 *
 * @param url the list's page
 * @param load until the first cards are there
 */
record BrowserSettings(URI url, ScrollBounds bounds, Duration load) {

  static BrowserSettings read(YamlNode browser) throws InvalidInputException {
    return browser.validated(node -> {
      node.onlyKeys("url", "max_scrolls", "load_seconds", "stall_seconds");
      return new BrowserSettings(
          node.need("url").as(BrowserSettings::address, URI.create("https://localhost/")),
          new ScrollBounds((int) node.need("max_scrolls").integer(1, 100_000), seconds(node.need("stall_seconds"))),
          seconds(node.need("load_seconds")));
    });
  }

  /** The same page on another origin; {@code base} may bring a path of its own, which goes first. */
  BrowserSettings at(URI base) {
    String before = base.toString().replaceAll("/+$", "");
    return new BrowserSettings(URI.create(before + url.getRawPath()), bounds, load);
  }

  private static Duration seconds(YamlNode node) {
    return Duration.ofSeconds(node.integer(1, 600));
  }

  private static URI address(String text) {
    URI uri = URI.create(text);
    if (!"https".equals(uri.getScheme()) || uri.getHost() == null || uri.getRawPath().isEmpty()) {
      throw new IllegalArgumentException("expected https://host/path, found \"" + text + "\"");
    }
    return uri;
  }
}
