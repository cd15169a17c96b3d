package sluice.local.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** The handlers that the tests of this package load by name. */
final class Handlers {
    private Handlers() {
    }

    public static final class Echo implements RequestStreamHandler {
        public Echo() {
        }

        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
            event.transferTo(answer);
        }
    }

    /** A typed event and a typed answer. */
    public static final class Counting implements RequestHandler<List<String>, Map<String, Integer>> {
        public Counting() {
        }

        @Override
        public Map<String, Integer> handleRequest(List<String> event, Context context) {
            return Map.of("count", event.size());
        }
    }

    public static final class Silent implements RequestHandler<Map<String, String>, Void> {
        public Silent() {
        }

        @Override
        public Void handleRequest(Map<String, String> event, Context context) {
            return null;
        }
    }

    public static final class NoHandler {
        public NoHandler() {
        }
    }

    public static final class Unloadable implements RequestStreamHandler {
        public Unloadable() {
            throw new IllegalStateException("not today");
        }

        @Override
        public void handleRequest(InputStream event, OutputStream answer, Context context) {
            throw new AssertionError("never called");
        }
    }
}
