package sluice.local.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Instant;

/**
 * The HTTP side of the Lambda Runtime API.
 *
 * <p>On HttpURLConnection, because it starts with a fraction of the classes of java.net.http: a function's cold start is what a
 * person waits for.
 */
final class RuntimeApi implements Invocations {
    private final URI runtime;

    RuntimeApi(URI endpoint) {
        this.runtime = endpoint.resolve("/2018-06-01/runtime/");
    }

    @Override
    public Invocation next() throws IOException {
        HttpURLConnection connection = open("invocation/next");
        connection.setReadTimeout(0);
        requireStatus(connection, 200);
        String deadline = connection.getHeaderField("Lambda-Runtime-Deadline-Ms");
        byte[] event;
        try (InputStream body = connection.getInputStream()) {
            event = body.readAllBytes();
        }
        return new Invocation(
                connection.getHeaderField("Lambda-Runtime-Aws-Request-Id"),
                connection.getHeaderField("Lambda-Runtime-Invoked-Function-Arn"),
                deadline == null ? Instant.MAX : Instant.ofEpochMilli(Long.parseLong(deadline)),
                connection.getHeaderField("Lambda-Runtime-Trace-Id"),
                event);
    }

    @Override
    public void succeeded(String requestId, byte[] answer) throws IOException {
        post("invocation/" + requestId + "/response", answer, null);
    }

    @Override
    public void failed(String requestId, ErrorReport error) throws IOException {
        post("invocation/" + requestId + "/error", error.toJson(), error.type());
    }

    /** Reports that the handler could not be loaded; AWS then fails the invocation that caused the start. */
    void initializationFailed(ErrorReport error) throws IOException {
        post("init/error", error.toJson(), error.type());
    }

    private void post(String path, byte[] body, String errorType) throws IOException {
        HttpURLConnection connection = open(path);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        if (errorType != null) {
            connection.setRequestProperty("Lambda-Runtime-Function-Error-Type", errorType);
        }
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        requireStatus(connection, 202);
        // Reading the answer to its end is what lets the connection be used again.
        try (InputStream in = connection.getInputStream()) {
            in.readAllBytes();
        }
    }

    private HttpURLConnection open(String path) throws IOException {
        return (HttpURLConnection) runtime.resolve(path).toURL().openConnection();
    }

    private static void requireStatus(HttpURLConnection connection, int expected) throws IOException {
        int status = connection.getResponseCode();
        if (status != expected) {
            throw new IOException("The Runtime API answered " + status + " to " + connection.getURL().getPath() + ", expected " + expected);
        }
    }
}
