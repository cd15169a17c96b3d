package sluice.local.sites.web;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One way in which an answer goes wrong; what is not set stays as the site would honestly answer. */
public record Fault(OptionalInt status, boolean html, OptionalInt truncate, Duration stall, Optional<String> retryAfter,
    OptionalLong total, Optional<Replacement> replacement) {

  public static final Fault NONE = new Fault(OptionalInt.empty(), false, OptionalInt.empty(), Duration.ZERO, Optional.empty(),
      OptionalLong.empty(), Optional.empty());

  /** {@code replace=old>new}: the text {@code old} is served as {@code new}, as when a site renames a class. */
  public record Replacement(String from, String to) {}

  /** The request parameters of the control port, in the words of its documentation. */
  public static Fault from(Map<String, String> params) {
    return new Fault(number(params, "status"), "true".equals(params.get("html")), number(params, "truncate"),
        Duration.ofMillis((long) (1000 * decimal(params, "stall"))), Optional.ofNullable(params.get("retry-after")),
        params.containsKey("total") ? OptionalLong.of(number(params, "total").orElseThrow()) : OptionalLong.empty(),
        Optional.ofNullable(params.get("replace")).map(Fault::replacement));
  }

  /** How many bytes of the body are sent before the connection is cut. */
  int truncateAt() {
    return truncate.orElse(Integer.MAX_VALUE);
  }

  Reply spoil(Reply honest) {
    Reply reply = honest;
    if (html) {
      reply = Reply.text(200, Reply.HTML, "<!doctype html><title>Just a moment...</title><p>Checking your browser.</p>");
    }
    if (status.isPresent()) {
      reply = Reply.json(status.getAsInt(), "{\"error\":\"planned fault\"}");
    }
    if (retryAfter.isPresent()) {
      reply = reply.withHeader("Retry-After", retryAfter.get());
    }
    if (total.isPresent()) {
      reply = reply.withBody(reply.bodyText().replaceAll("\"(total|totalCount)\":\\d+", "\"$1\":" + total.getAsLong()));
    }
    if (replacement.isPresent()) {
      reply = reply.withBody(reply.bodyText().replace(replacement.get().from(), replacement.get().to()));
    }
    return reply;
  }

  private static Replacement replacement(String text) {
    int arrow = text.indexOf('>');
    if (arrow < 1) {
      throw new BadAskException("replace: expected old>new, found \"" + text + "\"");
    }
    return new Replacement(text.substring(0, arrow), text.substring(arrow + 1));
  }

  private static OptionalInt number(Map<String, String> params, String name) {
    String text = params.get(name);
    if (text == null) {
      return OptionalInt.empty();
    }
    if (!text.matches("\\d{1,9}")) {
      throw new BadAskException(name + ": expected a whole number, found \"" + text + "\"");
    }
    return OptionalInt.of(Integer.parseInt(text));
  }

  private static double decimal(Map<String, String> params, String name) {
    String text = params.getOrDefault(name, "0");
    if (!text.matches("\\d{1,6}(\\.\\d{1,3})?")) {
      throw new BadAskException(name + ": expected seconds, found \"" + text + "\"");
    }
    return Double.parseDouble(text);
  }
}
