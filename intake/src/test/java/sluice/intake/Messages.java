package sluice.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import sluice.lake.json.Json;

/** Messages as AWS words them. */
final class Messages {
  private Messages() {}

  static String eventBridge(ObjectVersion version) {
    return eventBridge(version.bucket(), version.key(), version.versionId());
  }

  static String eventBridge(String bucket, String key, String versionId) {
    return json(Map.of(
        "version", "0", "source", "aws.s3", "detail-type", "Object Created", "time", "2026-11-21T09:14:02Z",
        "detail", Map.of("bucket", Map.of("name", bucket), "reason", "PutObject",
            "object", Map.of("key", key, "version-id", versionId, "size", 10, "sequencer", "0055"))));
  }

  static String notification(ObjectVersion... versions) {
    return json(Map.of("Records", Arrays.stream(versions).map(version -> Map.of(
        "eventSource", "aws:s3", "eventName", "ObjectCreated:Put", "eventTime", "2026-11-21T09:14:02.000Z",
        "s3", Map.of("bucket", Map.of("name", version.bucket()), "object", Map.of(
            "key", URLEncoder.encode(version.key(), StandardCharsets.UTF_8), "versionId", version.versionId())))).toList()));
  }

  /** What the function gets: messages {@code m0}, {@code m1}, … with these bodies. */
  static String queue(List<String> bodies) {
    List<Map<String, String>> records = IntStream.range(0, bodies.size()).mapToObj(i -> {
      Map<String, String> message = new LinkedHashMap<>();
      message.put("messageId", "m" + i);
      message.put("receiptHandle", "r" + i);
      message.put("body", bodies.get(i));
      return message;
    }).toList();
    return json(Map.of("Records", records));
  }

  private static String json(Object value) {
    try {
      return Json.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException mapsAlwaysAre) {
      throw new IllegalStateException(mapsAlwaysAre);
    }
  }
}
