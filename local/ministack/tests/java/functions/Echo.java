package functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Answers its own event, and says so in the log. */
public final class Echo implements RequestStreamHandler {
    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        byte[] bytes = event.readAllBytes();
        System.out.println("echo of " + bytes.length + " bytes, zażółć");
        context.getLogger().log("by the logger");
        answer.write(bytes);
    }
}
