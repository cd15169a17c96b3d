package sluice.local.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A handler of any supported kind, seen as bytes in and bytes out. */
interface LoadedHandler {
    void handle(InputStream event, OutputStream answer, Context context) throws IOException;
}
