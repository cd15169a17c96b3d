package sluice.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of AWS as a deployment itself asks: whose the credentials are, the state's bucket, and whether secrets have values. */
final class StandInAws implements AutoCloseable {
  final List<String> calls = new CopyOnWriteArrayList<>();
  final Set<String> buckets = new ConcurrentSkipListSet<>();
  final Set<String> secretsWithValue = new ConcurrentSkipListSet<>();
  private final String account;
  private final HttpServer server;

  StandInAws(String account) throws IOException {
    this.account = account;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null) {
      answer(exchange, 200, secret(body));
    } else if (body.contains("Action=GetCallerIdentity")) {
      answer(exchange, 200, "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult><Account>" + account
          + "</Account></GetCallerIdentityResult></GetCallerIdentityResponse>");
    } else {
      bucket(exchange);
    }
  }

  private String secret(String body) {
    String name = body.replaceAll(".*\"SecretId\":\"([^\"]*)\".*", "$1");
    return "{\"Name\":\"" + name + "\"" + (secretsWithValue.contains(name) ? ",\"VersionIdsToStages\":{\"1\":[\"AWSCURRENT\"]}" : "") + "}";
  }

  private void bucket(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().replace("/", "");
    if (exchange.getRequestMethod().equals("PUT")) {
      calls.add("PUT " + exchange.getRequestURI());
      buckets.add(name);
    }
    answer(exchange, buckets.contains(name) ? 200 : 404, "");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || bytes.length == 0 ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
