package functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Fails as often as its event says, which is a number; then answers how often it was called. */
public final class Failing implements RequestStreamHandler {
    private int calls;

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        calls++;
        int failures = Integer.parseInt(new String(event.readAllBytes()).trim());
        if (calls <= failures) {
            throw new SourceUnavailableException("the \"site\" is down\n(try later)", new IOException("connection reset"));
        }
        answer.write(String.valueOf(calls).getBytes());
    }
}
