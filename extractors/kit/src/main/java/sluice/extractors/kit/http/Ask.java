package sluice.extractors.kit.http;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One request; an empty body is none. */
public record Ask(String method, URI uri, Map<String, String> headers, byte[] body) {
  /** What another host may see of our headers: the rest may hold a key that was meant for the first one. */
  private static final Set<String> HARMLESS = Set.of("accept", "content-type", "user-agent");

  public Ask {
    Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    headers = sorted;
  }

  /** The same request at the place that a redirect names. */
  Ask at(URI elsewhere) {
    boolean sameHost = uri.getHost().equalsIgnoreCase(elsewhere.getHost());
    Map<String, String> kept = sameHost ? headers : headers.entrySet().stream()
        .filter(h -> HARMLESS.contains(h.getKey().toLowerCase(Locale.ROOT)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return new Ask(method, elsewhere, kept, body);
  }
}
