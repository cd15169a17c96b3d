package sluice.local.sites.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import sluice.local.sites.web.Ask;
import sluice.local.sites.web.BadAskException;
import sluice.local.sites.web.Json;

/** A search as the site takes it; anything else is refused with what was expected, so that a wrong source.yml shows at once. */
record SearchAsk(int offset, int limit, String rawSearch) {
  private static final int LARGEST_PAGE = 100;

  static SearchAsk of(Ask ask) {
    expect("method", "POST", ask.method());
    expect("parameter salaryCurrency", "PLN", ask.param("salaryCurrency").orElse(null));
    // The sample's amounts are monthly: an answer to "hour" would be wrong by a factor of 168 without anyone noticing.
    expect("parameter salaryPeriod", "month", ask.param("salaryPeriod").orElse(null));
    expect("parameter region", "pl", ask.param("region").orElse(null));
    expect("header Accept", "application/json", ask.header("accept").orElse(null));
    expect("header Content-Type", "application/json", ask.header("content-type").map(type -> type.split(";")[0].strip()).orElse(null));
    int limit = number(ask, "limit");
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new BadAskException("parameter limit: expected 1 to " + LARGEST_PAGE + ", found " + limit);
    }
    return new SearchAsk(number(ask, "offset"), limit, rawSearch(ask));
  }

  private static String rawSearch(Ask ask) {
    JsonNode body;
    try {
      body = Json.MAPPER.readTree(ask.body());
    } catch (JsonProcessingException e) {
      throw new BadAskException("body: expected JSON, found: " + e.getOriginalMessage());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    String search = body.path("rawSearch").asText("");
    if (search.isBlank()) {
      throw new BadAskException("body: expected {\"rawSearch\": \"what to look for\"}, found " + (body.isMissingNode() ? "nothing" : body));
    }
    return search;
  }

  private static void expect(String what, String expected, String found) {
    if (!expected.equals(found)) {
      throw new BadAskException(what + ": expected " + expected + ", found " + (found == null ? "nothing" : found));
    }
  }

  private static int number(Ask ask, String name) {
    String text = ask.param(name).orElse("nothing");
    if (!text.matches("\\d{1,7}")) {
      throw new BadAskException("parameter " + name + ": expected a whole number, found " + text);
    }
    return Integer.parseInt(text);
  }
}
