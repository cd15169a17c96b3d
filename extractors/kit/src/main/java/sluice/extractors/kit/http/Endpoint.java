package sluice.extractors.kit.http;

import java.util.Locale;

/** A host and a port, as a list of allowed places names them. */
public record Endpoint(String host, int port) {
  public Endpoint {
    host = host.toLowerCase(Locale.ROOT);
  }

  /** Reads {@code host:port}. */
  public static Endpoint parse(String text) {
    int colon = text.lastIndexOf(':');
    try {
      int port = Integer.parseInt(text.substring(colon + 1));
      if (colon > 0 && port > 0 && port < 65_536) {
        return new Endpoint(text.substring(0, colon), port);
      }
    } catch (NumberFormatException reportedBelow) {
      // falls through: the text is no host and port
    }
    throw new IllegalArgumentException("expected host:port, found \"" + text + "\"");
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
