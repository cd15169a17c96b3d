package sluice.local.sites.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One HTTP answer, complete before the first byte of it is sent. */
public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {
  public static final String JSON = "application/json;charset=utf-8";
  public static final String HTML = "text/html;charset=utf-8";
  public static final String SCRIPT = "text/javascript;charset=utf-8";

  public Reply {
    headers = Map.copyOf(headers);
  }

  public static Reply json(int status, String body) {
    return text(status, JSON, body);
  }

  public static Reply text(int status, String contentType, String body) {
    return new Reply(status, contentType, body.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  public Reply withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, contentType, body, more);
  }

  public Reply withBody(String changed) {
    return new Reply(status, contentType, changed.getBytes(StandardCharsets.UTF_8), headers);
  }

  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
