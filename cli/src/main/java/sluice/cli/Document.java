package sluice.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import sluice.cli.installation.LocalInstallation;
import sluice.lake.json.Json;

/** The one JSON document that a command with --json prints; its kind names the shape and the shape's version. */
public final class Document {
  private Document() {}

  static ObjectNode of(String name) {
    return of(name, LocalInstallation.NAME);
  }

  /** Of a command that worked in this installation. */
  public static ObjectNode of(String name, String installation) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("kind", "sluice." + name + "/1");
    document.put("env", installation);
    return document;
  }

  static String text(JsonNode document) {
    return new String(Json.pretty(document), StandardCharsets.UTF_8);
  }
}
