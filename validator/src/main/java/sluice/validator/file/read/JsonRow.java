package sluice.validator.file.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import sluice.lake.text.Utf8;
import sluice.validator.Reason;

/**
 * Takes the fields out of one JSON object.
 *
 * <p>A text is taken without quotes and escapes, a number as it is written, and an object or array as the very bytes that
 * stand in the row. Fields without a column are gathered as they stand, too, in one object.
 */
final class JsonRow {
  private static final String RULE = "json";
  private static final String HALF_A_CHARACTER = "an escape names half a character (a lone surrogate)";
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  private final JsonFactory factory;
  private final int deepest;
  private final Fields row;
  private final Map<String, Integer> slots = new HashMap<>();
  private final boolean[] json;
  private final Set<String> unlistedNames = new HashSet<>();
  private final Bytes unlisted = new Bytes();
  private byte[] texts = new byte[1 << 12];
  private int textsEnd;

  /**
   * @param names of the fields, by the slot of their column; the slot behind them takes what has no column
   * @param json which of the columns hold JSON
   */
  JsonRow(Fields row, List<String> names, boolean[] json, int longest, int deepest) {
    this.row = row;
    this.json = json.clone();
    this.deepest = deepest;
    factory = StrictJson.factory(longest, deepest);
    names.forEach(name -> slots.put(name, slots.size()));
  }

  /** Fills the row from the text that lies in these bytes, alone; whatever is wrong with it becomes the row's fault. */
  void take(byte[] bytes, int start, int length) {
    row.clear();
    unlistedNames.clear();
    unlisted.reset();
    textsEnd = 0;
    try (JsonParser parser = factory.createParser(bytes, start, length)) {
      JsonToken first = parser.nextToken();
      if (first == JsonToken.START_OBJECT) {
        fields(parser, bytes, start);
      } else if (first == null) {
        fail(Reason.INVALID_JSON, "the row is blank");
      } else {
        ended(StrictJson.finishValue(parser, deepest));
      }
      if (row.fault() == null && parser.nextToken() != null) {
        fail(Reason.INVALID_JSON, "something follows the row's end");
      }
      if (first != JsonToken.START_OBJECT && first != null) {
        fail(Reason.NOT_AN_OBJECT, "expected an object, found " + kind(first));
      }
    } catch (JsonProcessingException broken) {
      // Jackson's own words would repeat the text, which may be personal.
      var place = broken.getLocation();
      fail(Reason.INVALID_JSON, "not JSON" + (place == null ? "" : " at place " + Math.max(1, place.getByteOffset() + 1)));
    } catch (IOException broken) {
      fail(Reason.INVALID_JSON, "not JSON");
    }
    if (unlisted.size() > 0) {
      unlisted.write('}');
      row.set(slots.size(), unlisted.bytes(), 0, unlisted.size());
    }
  }

  private void fields(JsonParser parser, byte[] bytes, int start) throws IOException {
    while (row.fault() == null && parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      Integer slot = slots.get(name);
      JsonToken token = parser.nextToken();
      if (slot == null ? !unlistedNames.add(name) : row.length(slot) != Fields.ABSENT) {
        fail(Reason.DUPLICATE_JSON_KEY, "a field of the row stands twice");
      } else if (slot == null) {
        unlisted(parser, name, bytes, start);
      } else {
        value(parser, token, slot, bytes, start);
      }
    }
  }

  private void value(JsonParser parser, JsonToken token, int slot, byte[] bytes, int start) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      row.setNull(slot);
    } else if (token.isStructStart() || json[slot]) {
      if (token.isStructStart() != json[slot]) {
        row.setMisshapen(slot);
      }
      int from = start + (int) parser.currentTokenLocation().getByteOffset();
      if (ended(StrictJson.finishValue(parser, deepest - 1))) {
        row.set(slot, bytes, from, start + (int) parser.currentLocation().getByteOffset() - from);
      }
    } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      byte[] word = token == JsonToken.VALUE_TRUE ? TRUE : FALSE;
      row.set(slot, word, 0, word.length);
    } else {
      text(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), slot);
    }
  }

  /** Encodes the characters as UTF-8 behind those of the other columns. */
  private void text(char[] chars, int offset, int length, int slot) {
    int most = Math.multiplyExact(length, 3);
    if (texts.length - textsEnd < most) {
      texts = new byte[Math.max(texts.length * 2, most)]; // values of this row that lie in the old one keep it alive
      textsEnd = 0;
    }
    int start = textsEnd;
    int end = Utf8.encode(chars, offset, length, texts, start);
    if (end < 0) {
      fail(Reason.INVALID_UTF8, HALF_A_CHARACTER);
    } else {
      row.set(slot, texts, start, end - start);
      textsEnd = end;
    }
  }

  private void unlisted(JsonParser parser, String name, byte[] bytes, int start) throws IOException {
    int from = start + (int) parser.currentTokenLocation().getByteOffset();
    if (ended(StrictJson.finishValue(parser, deepest - 1))) {
      unlisted.write(unlisted.size() == 0 ? '{' : ',');
      unlisted.write('"');
      unlisted.writeBytes(quoted(name));
      unlisted.write('"');
      unlisted.write(':');
      unlisted.write(bytes, from, start + (int) parser.currentLocation().getByteOffset() - from);
    }
  }

  private byte[] quoted(String name) {
    try {
      return JsonStringEncoder.getInstance().quoteAsUTF8(name);
    } catch (IllegalArgumentException loneSurrogate) {
      fail(Reason.INVALID_UTF8, HALF_A_CHARACTER);
      return new byte[0];
    }
  }

  private boolean ended(Reason reason) {
    if (reason != null) {
      fail(reason, reason == Reason.DUPLICATE_JSON_KEY ? "a key of an object stands twice" : "more than " + deepest + " objects or arrays in one another");
    }
    return reason == null;
  }

  private void fail(Reason reason, String detail) {
    row.fail(Fault.ofRow(reason, RULE, detail));
  }

  private static String kind(JsonToken token) {
    return switch (token) {
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a text";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      default -> token.asString();
    };
  }

  /** Lends its array, so that a row costs no copy. */
  private static final class Bytes extends ByteArrayOutputStream {
    byte[] bytes() {
      return buf;
    }
  }
}
