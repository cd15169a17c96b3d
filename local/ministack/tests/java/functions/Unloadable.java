package functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** Cannot be made. */
public final class Unloadable implements RequestStreamHandler {
    public Unloadable() {
        throw new IllegalStateException("SLUICE_RAW_BUCKET is not set");
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        throw new AssertionError("never called");
    }
}
