package sluice.validator.file.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import sluice.validator.Reason;

/** Jackson as RFC 8259 has it, over bytes that are known to be UTF-8, with limits that are ours. */
public final class StrictJson {
  // Only so that Jackson's own limit is never met before ours, which has a reason of its own.
  private static final int SPARE_DEPTH = 8;

  private StrictJson() {}

  /** @param longest bytes of a value, a name and a number; numbers are never computed, so their length does no harm */
  public static JsonFactory factory(int longest, int deepest) {
    return JsonFactory.builder()
        // A second byte order mark, or UTF-16 behind a first line of UTF-8, must not be understood.
        .disable(JsonFactory.Feature.CHARSET_DETECTION)
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxStringLength(longest).maxNameLength(longest).maxNumberLength(longest)
            .maxNestingDepth(deepest + SPARE_DEPTH).build())
        .build();
  }

  /**
   * Reads the value whose first token is current to its last one.
   *
   * @param deepest objects and arrays that the value may have in one another
   * @return {@code DUPLICATE_JSON_KEY}, {@code NESTING_TOO_DEEP} or null
   */
  public static Reason finishValue(JsonParser parser, int deepest) throws IOException {
    JsonToken token = parser.currentToken();
    if (!token.isStructStart()) {
      parser.finishToken();
      return null;
    }
    List<Set<String>> keys = new ArrayList<>();
    Reason duplicate = null;
    int depth = 0;
    while (true) {
      if (token.isStructStart()) {
        if (++depth > deepest) {
          return Reason.NESTING_TOO_DEEP;
        }
        if (keys.size() < depth) {
          keys.add(new HashSet<>());
        } else {
          keys.get(depth - 1).clear();
        }
      } else if (token.isStructEnd()) {
        if (--depth == 0) {
          return duplicate;
        }
      } else if (token == JsonToken.FIELD_NAME && !keys.get(depth - 1).add(parser.currentName())) {
        duplicate = Reason.DUPLICATE_JSON_KEY;
      }
      token = parser.nextToken();
      if (token == null) {
        throw new IOException("the text ends inside a value");
      }
    }
  }
}
