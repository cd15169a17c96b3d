package sluice.local.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A Runtime API that hands out the events it was given and keeps what it was told. */
final class FakeRuntimeApi implements AutoCloseable {
    /** One request to the API, as the test wants to see it. */
    record Told(String method, String path, String errorType, String body) {
    }

    private final HttpServer server;
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private int number;

    FakeRuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/2018-06-01/runtime/invocation/next", this::next);
        server.createContext("/", this::take);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://" + address());
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    void offer(String event) {
        events.add(event);
    }

    Told told() throws InterruptedException {
        return told.poll(30, TimeUnit.SECONDS);
    }

    private void next(HttpExchange exchange) throws IOException {
        try {
            byte[] event = events.take().getBytes(StandardCharsets.UTF_8);
            var headers = exchange.getResponseHeaders();
            headers.add("Lambda-Runtime-Aws-Request-Id", "request-" + ++number);
            headers.add("Lambda-Runtime-Deadline-Ms", "1700000000000");
            headers.add("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:eu-central-1:000000000000:function:f");
            exchange.sendResponseHeaders(200, event.length);
            exchange.getResponseBody().write(event);
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().getPath();
        told.add(new Told(exchange.getRequestMethod(), path, exchange.getRequestHeaders().getFirst("Lambda-Runtime-Function-Error-Type"), body));
        exchange.sendResponseHeaders(path.contains("refused") ? 500 : 202, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
