package sluice.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import sluice.lake.json.Json;

/**
 * Reads which object versions a message says were created: an "Object Created" event of EventBridge, whose key is as it
 * is, or a notification of S3 itself, whose key is URL-encoded with {@code +} for a space.
 */
final class CreatedObjects {
  private CreatedObjects() {}

  /** None where the message is about something else, such as a deletion. */
  static List<ObjectVersion> in(String body) {
    try {
      JsonNode event = Json.MAPPER.readTree(body);
      if (event.path("detail").isObject()) {
        return ofEventBridge(event);
      }
      if (event.path("Records").isArray()) {
        return ofNotification(event.path("Records"));
      }
      if (event.path("Event").asText().equals("s3:TestEvent")) {
        return List.of();
      }
      throw new UnreadableEventException(
          "not an event of S3: expected detail.object (EventBridge) or Records[].s3 (notification), found neither", null);
    } catch (IOException | IllegalArgumentException notAnEvent) {
      String why = notAnEvent instanceof IOException json ? Json.brief(json) : notAnEvent.getMessage();
      throw new UnreadableEventException("not an event of S3: " + why, notAnEvent);
    }
  }

  private static List<ObjectVersion> ofEventBridge(JsonNode event) {
    if (!event.path("detail-type").asText().equals("Object Created")) {
      return List.of();
    }
    JsonNode detail = event.path("detail");
    return List.of(new ObjectVersion(
        text(detail, "bucket", "name"), text(detail, "object", "key"), detail.path("object").path("version-id").asText()));
  }

  private static List<ObjectVersion> ofNotification(JsonNode records) {
    List<ObjectVersion> found = new ArrayList<>();
    for (JsonNode record : records) {
      if (record.path("eventName").asText().startsWith("ObjectCreated:")) {
        JsonNode s3 = record.path("s3");
        found.add(new ObjectVersion(text(s3, "bucket", "name"),
            URLDecoder.decode(text(s3, "object", "key"), StandardCharsets.UTF_8), s3.path("object").path("versionId").asText()));
      }
    }
    return List.copyOf(found);
  }

  private static String text(JsonNode node, String parent, String field) {
    JsonNode value = node.path(parent).path(field);
    if (!value.isTextual() || value.asText().isEmpty()) {
      throw new IllegalArgumentException("expected text in " + parent + "." + field + ", found " + value.getNodeType());
    }
    return value.asText();
  }
}
