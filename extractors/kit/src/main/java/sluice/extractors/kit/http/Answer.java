package sluice.extractors.kit.http;

import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Optional;

/** A whole answer, held in memory: sources are bound to a number of bytes per answer. */
public record Answer(int status, HttpHeaders headers, byte[] body) {
  /** Whether the answer calls itself JSON ({@code application/json}, {@code application/problem+json}, …). */
  public boolean saysJson() {
    String type = contentType();
    return type.equals("application/json") || type.endsWith("+json") || type.equals("text/json");
  }

  /** The media type without its parameters, in lower case; {@code "no content type"} where the answer has none. */
  public String contentType() {
    return header("content-type")
        .map(t -> t.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .orElse("no content type");
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** The first characters of the body on one line, for an error message. */
  public String beginning() {
    return Snippet.of(body);
  }
}
