package sluice.publisher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sluice.lake.json.Json;

/** Says in a line or two what the services pack into JSON as the cause of a failure. */
final class CauseText {
  private static final int LONGEST = 1_000;

  private CauseText() {}

  static String of(String cause) {
    if (cause == null || cause.isBlank()) {
      return "no cause was given";
    }
    String said = said(cause);
    return said.length() <= LONGEST ? said : said.substring(0, LONGEST) + "…";
  }

  private static String said(String cause) {
    JsonNode json = parsed(cause);
    if (json.path("errorMessage").isTextual()) {
      return json.path("errorMessage").asText();
    }
    JsonNode build = json.has("Build") ? json.path("Build") : json;
    return build.path("BuildStatus").isTextual() ? ofBuild(build) : cause.strip();
  }

  private static String ofBuild(JsonNode build) {
    List<String> words = new ArrayList<>();
    words.add("build " + build.path("Id").asText("?") + " " + build.path("BuildStatus").asText());
    for (JsonNode phase : build.path("Phases")) {
      if (phase.path("PhaseStatus").asText().matches("FAILED|FAULT|TIMED_OUT|CLIENT_ERROR")) {
        String message = phase.path("Contexts").path(0).path("Message").asText();
        words.add("phase " + phase.path("PhaseType").asText() + (message.isBlank() ? "" : ": " + message));
      }
    }
    String log = build.path("Logs").path("DeepLink").asText();
    if (!log.isBlank()) {
      words.add("log: " + log);
    }
    return String.join("; ", words);
  }

  private static JsonNode parsed(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (IOException plainText) {
      return Json.MAPPER.missingNode();
    }
  }
}
