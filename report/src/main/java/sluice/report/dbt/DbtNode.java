package sluice.report.dbt;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One thing dbt ran, by its unique id ({@code test.<project>.<name>.<hash>}).
 *
 * @param on the model or source a test looks at; empty when nobody says
 */
record DbtNode(String type, String name, String on) {

  static DbtNode of(String uniqueId, JsonNode manifest) {
    String[] parts = uniqueId.split("\\.");
    String type = parts[0];
    JsonNode node = manifest.path(type.equals("unit_test") ? "unit_tests" : "nodes").path(uniqueId);
    return new DbtNode(type, name(type, parts, node), on(type, parts, node));
  }

  private static String name(String type, String[] parts, JsonNode node) {
    int given = type.equals("unit_test") ? 3 : 2;
    return node.path("name").asText(parts.length > given ? parts[given] : parts[parts.length - 1]);
  }

  private static String on(String type, String[] parts, JsonNode node) {
    if (type.equals("unit_test")) {
      return node.path("model").asText(parts.length > 2 ? parts[2] : "");
    }
    String attached = node.path("attached_node").asText(node.path("depends_on").path("nodes").path(0).asText(""));
    return attached.substring(attached.lastIndexOf('.') + 1);
  }
}
