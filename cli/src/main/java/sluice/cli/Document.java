package sluice.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sluice.lake.json.Json;

/** The one JSON document that a command with --json prints; its kind names the shape and the shape's version. */
final class Document {
  private static final ObjectWriter WRITER = Json.MAPPER.writerWithDefaultPrettyPrinter();

  private Document() {}

  static ObjectNode of(String name) {
    ObjectNode document = Json.MAPPER.createObjectNode();
    document.put("kind", "sluice." + name + "/1");
    document.put("env", "local");
    return document;
  }

  static String text(ObjectNode document) {
    try {
      return WRITER.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
