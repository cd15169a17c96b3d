package sluice.cli.contract.infer;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.lake.json.Json;

/** Takes rows out of JSON objects; a column stands where a first object has it. */
final class JsonSample {
  // A number is kept as it is written: 1.10 has two digits after the point.
  private static final ObjectReader READER = Json.MAPPER.reader()
      .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);

  private JsonSample() {}

  static Sample lines(String text) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().limit(Sample.MOST_ROWS).toList()) {
      number++;
      if (!line.isBlank()) {
        objects.add(object(line, "line " + number));
      }
    }
    return sample("format: jsonl\n", objects);
  }

  static Sample array(String text) throws IOException {
    List<JsonNode> objects = new ArrayList<>();
    JsonNode array = tree(text, "the array");
    for (JsonNode item : array) {
      if (objects.size() < Sample.MOST_ROWS) {
        objects.add(required(item, "entry " + (objects.size() + 1)));
      }
    }
    return sample("format: json\n", objects);
  }

  private static JsonNode object(String text, String place) throws IOException {
    return required(tree(text, place), place);
  }

  private static JsonNode tree(String text, String place) throws IOException {
    try {
      return READER.readTree(text);
    } catch (IOException broken) {
      throw new IOException(place + " is no JSON: " + Json.brief(broken), broken);
    } catch (NumberFormatException beyondAnyType) {
      throw new IOException(place + " has a number that no type holds", beyondAnyType);
    }
  }

  private static JsonNode required(JsonNode node, String place) throws IOException {
    if (!node.isObject()) {
      throw new IOException(place + " is no object");
    }
    return node;
  }

  private static Sample sample(String format, List<JsonNode> objects) throws IOException {
    Set<String> headers = new LinkedHashSet<>();
    objects.forEach(object -> object.fieldNames().forEachRemaining(headers::add));
    boolean nameless = headers.removeIf(String::isBlank);
    if (headers.isEmpty()) {
      throw new IOException("it has no fields");
    }
    List<List<Value>> rows = new ArrayList<>();
    for (JsonNode object : objects) {
      List<Value> row = new ArrayList<>();
      headers.forEach(header -> row.add(value(object.get(header))));
      rows.add(row);
    }
    return new Sample(format, List.copyOf(headers), rows, Map.of(),
        nameless ? List.of("what the field without a name holds: it becomes no column") : List.of());
  }

  private static Value value(JsonNode node) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (node.isContainerNode()) {
      return new Value(node.toString(), Value.Form.NESTED);
    }
    if (node.isNumber()) {
      return new Value(node.isBigDecimal() ? node.decimalValue().toString() : node.asText(), Value.Form.NUMBER);
    }
    return new Value(node.asText(), node.isBoolean() ? Value.Form.BOOLEAN : Value.Form.STRING);
  }
}
