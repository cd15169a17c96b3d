package sluice.extractors.kit.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/** A site on 127.0.0.1 that misbehaves on request, byte by byte: what real servers do and test servers refuse to do. */
public final class ScriptedSite implements Closeable {
  private final ServerSocket server;
  private final Function<Request, Reply> script;
  private final List<Request> requests = new ArrayList<>();
  private final List<Socket> open = new ArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private ScriptedSite(ServerSocketFactory sockets, Function<Request, Reply> script) {
    this.script = script;
    try {
      server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.submit(this::accept);
  }

  /** What came in; {@code number} counts from 0. */
  public record Request(int number, String method, String target, Map<String, String> headers, String body) {
    /** The value of a query parameter, or null. */
    public String query(String name) {
      String query = URI.create("http://site" + target).getQuery();
      if (query == null) {
        return null;
      }
      for (String pair : query.split("&")) {
        if (pair.startsWith(name + "=")) {
          return pair.substring(name.length() + 1);
        }
      }
      return null;
    }
  }

  /** What is done with the connection then. */
  @FunctionalInterface
  public interface Reply {
    void send(Socket connection) throws IOException;
  }

  /** Answers by looking at the request. */
  public static ScriptedSite answering(Function<Request, Reply> script) {
    return new ScriptedSite(ServerSocketFactory.getDefault(), script);
  }

  /** Gives these replies one after another, and the last of them for ever. */
  public static ScriptedSite replying(Reply... replies) {
    return answering(request -> replies[Math.min(request.number(), replies.length - 1)]);
  }

  public static ScriptedSite over(ServerSocketFactory sockets, Reply reply) {
    return new ScriptedSite(sockets, request -> reply);
  }

  public static Reply json(String body) {
    return reply(200, body, "Content-Type: application/json");
  }

  public static Reply reply(int status, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return raw(head(status, headers) + "Content-Length: " + bytes.length + "\r\n\r\n" + body);
  }

  /** Promises more bytes than it sends. */
  public static Reply truncated(String body) {
    return raw(head(200, "Content-Type: application/json") + "Content-Length: " + (body.length() + 100) + "\r\n\r\n" + body);
  }

  /** Ends a chunked body without the last chunk. */
  public static Reply cutChunks(String body) {
    return raw(head(200, "Content-Type: application/json") + "Transfer-Encoding: chunked\r\n\r\n"
        + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n");
  }

  /** Hangs up instead of answering. */
  public static Reply reset() {
    return connection -> connection.setSoLinger(true, 0);
  }

  /** Sends the head, some bytes, and then nothing until the site is closed. */
  public static Reply stall() {
    return connection -> {
      connection.getOutputStream().write(
          (head(200, "Content-Type: application/json") + "Content-Length: 1000\r\n\r\n{\"rows\":").getBytes(StandardCharsets.UTF_8));
      connection.getOutputStream().flush();
      // Comes back when the other side, or close(), ends the connection.
      connection.getInputStream().read();
    };
  }

  public static Reply raw(String bytes) {
    return connection -> {
      connection.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      connection.getOutputStream().flush();
    };
  }

  private static String head(int status, String... headers) {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\nConnection: close\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    return head.toString();
  }

  public int port() {
    return server.getLocalPort();
  }

  public Endpoint endpoint() {
    return new Endpoint("127.0.0.1", port());
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  public synchronized List<Request> requests() {
    return List.copyOf(requests);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket connection = server.accept();
        synchronized (this) {
          open.add(connection);
        }
        threads.submit(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      Request request = read(connection.getInputStream());
      script.apply(request).send(connection);
    } catch (IOException clientLeft) {
      // what the client makes of it is the test's business
    }
  }

  private Request read(InputStream socket) throws IOException {
    InputStream in = new BufferedInputStream(socket);
    String[] start = line(in).split(" ");
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    synchronized (this) {
      Request request = new Request(requests.size(), start[0], start[1], headers, new String(body, StandardCharsets.UTF_8));
      requests.add(request);
      return request;
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the client hung up");
      }
      if (b != '\r') {
        line.append((char) b);
      }
    }
    return line.toString();
  }

  @Override
  public synchronized void close() {
    try {
      server.close();
      for (Socket connection : open) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.shutdownNow();
  }
}
