package sluice.prove.job;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sluice.extractors.kit.http.Endpoint;

/** Answers on 127.0.0.1 as the search of nofluffjobs does, in pages of fifty, with made-up postings. */
public final class Site implements AutoCloseable {
  /** How many postings it has: more than one page of them. */
  public static final int POSTINGS = 72;

  static {
    // Else head and body of an answer leave in two packets, and the second waits 40 ms for the first to be acknowledged.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final List<String> postings;

  public Site() {
    // One comes twice, as it stands under two cities, and one has lost its title: a duplicate and a row for the quarantine.
    postings = Stream.concat(IntStream.range(0, POSTINGS - 2).mapToObj(Site::posting),
        Stream.of(posting(7), "{\"id\": \"job-untitled\", \"name\": \"Żółw\"}")).toList();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException noPort) {
      throw new UncheckedIOException("cannot serve pages on 127.0.0.1", noPort);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  public Endpoint endpoint() {
    return new Endpoint("127.0.0.1", server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static String posting(int number) {
    return """
        {"id": "job-%d", "name": "Żółw & Synowie", "title": "Data Engineer", "posted": %d, "seniority": ["Mid", "Senior"],
         "fullyRemote": false, "salary": {"from": 13000.0, "currency": "PLN"}, "topInSearch": true}""".formatted(number, 1733217325298L + number);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange; OutputStream out = exchange.getResponseBody()) {
      int from = Math.min(postings.size(), parameter(exchange, "offset"));
      int to = Math.min(postings.size(), from + parameter(exchange, "limit"));
      byte[] page = "{\"postings\": [%s], \"totalCount\": %d}"
          .formatted(String.join(",", postings.subList(from, to)), postings.size()).getBytes(StandardCharsets.UTF_8);
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, page.length);
      out.write(page);
    }
  }

  private static int parameter(HttpExchange exchange, String name) {
    return Stream.of(exchange.getRequestURI().getQuery().split("&")).map(pair -> pair.split("=", 2))
        .collect(Collectors.collectingAndThen(Collectors.toMap(pair -> pair[0], pair -> pair[1]), all -> Integer.parseInt(all.get(name))));
  }
}
