package sluice.lake.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import sluice.lake.json.Json;

/**
 * Turns a Lambda's JSON event into a record and its answer back, the same way in every function.
 *
 * <p>Exceptions leave unchanged: their class names are what the workflow catches.
 */
public abstract class JsonHandler<I, O> implements RequestStreamHandler {
  private final Class<I> input;
  private final ObjectReader reader;
  private final ObjectWriter writer = Json.MAPPER.writer();

  protected JsonHandler(Class<I> input) {
    this.input = input;
    this.reader = Json.MAPPER.readerFor(input);
  }

  protected abstract O handle(I event, Context context) throws Exception;

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    O answer;
    try {
      answer = handle(event(in), context);
    } catch (IOException | RuntimeException asItIs) {
      throw asItIs;
    } catch (Exception checked) {
      throw Unchecked.rethrow(checked);
    }
    writer.writeValue(out, answer);
  }

  private I event(InputStream in) throws IOException {
    I event;
    try {
      event = reader.readValue(in);
    } catch (com.fasterxml.jackson.core.JsonProcessingException notTheEvent) {
      throw new BadEventException("not a " + input.getSimpleName() + " event: " + Json.brief(notTheEvent), notTheEvent);
    }
    if (event == null) {
      throw new BadEventException("not a " + input.getSimpleName() + " event: found null", null);
    }
    return event;
  }
}
