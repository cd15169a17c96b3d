package sluice.local.sites.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;

/** Serves the routes on 127.0.0.1 and nowhere else; each route is counted and can be made to fail by a planned fault. */
public final class SiteServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final FaultPlan faults;
  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();

  private SiteServer(HttpServer server, FaultPlan faults) {
    this.server = server;
    this.faults = faults;
  }

  /** Port 0 takes any free port. Nothing is answered before {@link #open}. */
  public static SiteServer bind(int port, FaultPlan faults) {
    // Without it a small answer waits for the client's delayed ACK: 40 ms for each request.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
      SiteServer site = new SiteServer(server, faults);
      server.setExecutor(site.threads);
      return site;
    } catch (IOException e) {
      throw new IllegalStateException("cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(), e);
    }
  }

  /** {@code name} is what faults and request counts call the route. A path also serves what lies below it. */
  public SiteServer route(String name, String path, Route route) {
    LongAdder count = requests.computeIfAbsent(name, ignored -> new LongAdder());
    server.createContext(path, exchange -> {
      try (exchange) {
        Ask ask = read(exchange);
        count.increment();
        send(exchange, faults.next(name), answer(route, path, ask));
      }
    });
    return this;
  }

  public SiteServer open() {
    server.start();
    return this;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public Map<String, Long> requests() {
    Map<String, Long> counts = new TreeMap<>();
    requests.forEach((name, count) -> counts.put(name, count.sum()));
    return counts;
  }

  @Override
  public void close() {
    faults.close();
    server.stop(0);
    threads.shutdownNow();
  }

  private static Ask read(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return new Ask(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), Ask.parse(exchange.getRequestURI().getRawQuery()),
        headers, exchange.getRequestBody().readAllBytes());
  }

  private static Reply answer(Route route, String path, Ask ask) {
    if (!ask.path().equals(path)) {
      return Reply.json(404, Json.write(Map.of("error", "nothing is served at " + ask.path())));
    }
    try {
      return route.answer(ask);
    } catch (BadAskException e) {
      return Reply.json(400, Json.write(Map.of("error", e.getMessage())));
    } catch (RuntimeException e) {
      return Reply.json(500, Json.write(Map.of("error", e.toString())));
    }
  }

  private void send(HttpExchange exchange, Fault fault, Reply honest) throws IOException {
    faults.waitOut(fault.stall());
    Reply reply = fault.spoil(honest);
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
    OutputStream out = exchange.getResponseBody();
    if (fault.truncateAt() < reply.body().length) {
      out.write(reply.body(), 0, fault.truncateAt());
      // What was written must leave, else the client sees a connection that never answered and asks again.
      out.flush();
    } else {
      out.write(reply.body());
      out.close();
    }
  }
}
