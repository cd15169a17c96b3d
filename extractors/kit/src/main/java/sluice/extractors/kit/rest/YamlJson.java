package sluice.extractors.kit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import sluice.lake.json.Json;
import sluice.lake.problem.InvalidInputException;
import sluice.lake.yaml.YamlNode;

/** Turns a piece of YAML into the JSON that it stands for: {@code "50"} stays a text, {@code 50} a number. */
final class YamlJson {
  private YamlJson() {}

  static String of(YamlNode node) {
    return json(node).toString();
  }

  private static JsonNode json(YamlNode node) {
    if (node.isMap()) {
      ObjectNode object = Json.MAPPER.createObjectNode();
      node.entries().forEach((name, value) -> object.set(name, json(value)));
      return object;
    }
    if (node.isList()) {
      ArrayNode array = Json.MAPPER.createArrayNode();
      node.items().forEach(item -> array.add(json(item)));
      return array;
    }
    return node.isNull() ? NullNode.instance : scalar(node);
  }

  private static JsonNode scalar(YamlNode node) {
    String text = node.scalar();
    if (isText(node)) {
      return TextNode.valueOf(text);
    }
    try {
      JsonNode value = Json.MAPPER.readTree(text);
      if (value.isNumber() || value.isBoolean()) {
        return value;
      }
    } catch (JsonProcessingException yamlKnowsMoreNumbersThanJson) {
      // such as 0x1F or .inf: reported below
    }
    node.refuseValue("a value that JSON has too");
    return NullNode.instance;
  }

  /** An empty text is one too, though no reader of settings would take it. */
  private static boolean isText(YamlNode node) {
    if (node.scalar().isBlank()) {
      return true;
    }
    try {
      node.validated(YamlNode::text);
      return true;
    } catch (InvalidInputException numberOrBoolean) {
      return false;
    }
  }
}
