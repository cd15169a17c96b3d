package sluice.validator.file.rule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import sluice.validator.Reason;
import sluice.validator.file.read.StrictJson;

/** Whether text is one JSON value and nothing else. */
final class JsonCheck {
  private final JsonFactory factory;
  private final int deepest;

  JsonCheck(int longest, int deepest) {
    this.deepest = deepest;
    factory = StrictJson.factory(longest, deepest);
  }

  /** {@code WRONG_TYPE}, {@code DUPLICATE_JSON_KEY}, {@code NESTING_TOO_DEEP}, or null where the text is JSON. */
  Reason check(byte[] bytes, int start, int length) {
    try (JsonParser parser = factory.createParser(bytes, start, length)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return Reason.WRONG_TYPE;
      }
      Reason reason = StrictJson.finishValue(parser, deepest);
      return reason != null || parser.nextToken() == null ? reason : Reason.WRONG_TYPE;
    } catch (IOException broken) {
      return Reason.WRONG_TYPE;
    }
  }
}
