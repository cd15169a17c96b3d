package sluice.local.sites.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One HTTP request, read whole: method, query parameters, the headers that matter here, and the body. */
public record Ask(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {
  public Ask {
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
  }

  public Optional<String> param(String name) {
    return Optional.ofNullable(query.get(name));
  }

  /** Header names are compared in lower case, as {@link SiteServer} stores them. */
  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  static Map<String, String> parse(String rawQuery) {
    Map<String, String> params = new LinkedHashMap<>();
    if (rawQuery == null || rawQuery.isEmpty()) {
      return params;
    }
    for (String pair : rawQuery.split("&")) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      params.put(decode(name), decode(value));
    }
    return params;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
