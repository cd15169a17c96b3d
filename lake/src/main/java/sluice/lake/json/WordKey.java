package sluice.lake.json;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.KeyDeserializer;
import java.io.IOException;
import java.util.function.Function;

/** Reads a JSON object's key into a type that checks its own shape. */
final class WordKey extends KeyDeserializer {
  private final Function<String, ?> parse;

  WordKey(Function<String, ?> parse) {
    this.parse = parse;
  }

  @Override
  public Object deserializeKey(String key, DeserializationContext context) throws IOException {
    try {
      return parse.apply(key);
    } catch (IllegalArgumentException wrongShape) {
      return context.handleWeirdKey(Object.class, key, "%s", wrongShape.getMessage());
    }
  }
}
