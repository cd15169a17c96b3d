package functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** Ends its own process in the middle of an invocation. */
public final class Exiting implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) {
        System.out.println("about to exit");
        System.out.flush();
        Runtime.getRuntime().halt(7);
    }
}
