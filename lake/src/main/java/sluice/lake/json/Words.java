package sluice.lake.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** Reads a JSON string into a type that checks its own shape, and passes the type's own complaint on. */
final class Words<T> extends StdScalarDeserializer<T> {
  private static final long serialVersionUID = 1L;

  private final transient Function<String, T> parse;

  Words(Class<T> type, Function<String, T> parse) {
    super(type);
    this.parse = parse;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    String text = parser.getValueAsString();
    if (text == null) {
      return handledType().cast(context.handleUnexpectedToken(handledType(), parser));
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException wrongShape) {
      return handledType().cast(context.handleWeirdStringValue(handledType(), text, "%s", wrongShape.getMessage()));
    }
  }

  @Override
  @SuppressWarnings("unchecked")
  public Class<T> handledType() {
    return (Class<T>) super.handledType();
  }
}
