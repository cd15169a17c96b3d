package sluice.local.athena;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** An AWS without anything in it: enough of an answer for the SDK's classes to be loaded and remembered. */
final class TrainingAws implements AutoCloseable {
    private final HttpServer server;

    private TrainingAws(HttpServer server) {
        this.server = server;
    }

    static TrainingAws start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", TrainingAws::answer);
        server.start();
        return new TrainingAws(server);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            String operation = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Amz-Target")).orElse("");
            String body = switch (operation.substring(operation.lastIndexOf('.') + 1)) {
                case "GetDatabases" -> "{\"DatabaseList\":[{\"Name\":\"training\"}]}";
                case "GetDatabase" -> "{\"Database\":{\"Name\":\"training\"}}";
                case "GetTables" -> "{\"TableList\":[]}";
                case "GetWorkGroup" -> "{\"WorkGroup\":{\"Name\":\"primary\",\"Configuration\":{}}}";
                default -> "";
            };
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
