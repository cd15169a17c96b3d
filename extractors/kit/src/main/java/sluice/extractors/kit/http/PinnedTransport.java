package sluice.extractors.kit.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import sluice.extractors.kit.DurationText;

/**
 * Talks to exactly the address that was permitted: the URI carries the address, while the Host header and the TLS
 * server name, against which the certificate is checked, carry the host.
 *
 * <p>java.net.http would look the name up a second time, and a name can mean something else by then.
 */
final class PinnedTransport implements Transport {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  static {
    // Read once by java.net.http, when its first class is loaded: without it the Host header may not be set.
    String name = "jdk.httpclient.allowRestrictedHeaders";
    String before = System.getProperty(name);
    System.setProperty(name, before == null ? "host" : before + ",host");
  }

  private final Map<String, HttpClient> clients = new ConcurrentHashMap<>();
  private final SSLContext tls;
  private final long bodyBound;

  PinnedTransport(SSLContext tls, long bodyBound) {
    this.tls = tls;
    this.bodyBound = bodyBound;
  }

  @Override
  public Answer send(Egress.Target target, int tryNumber, Ask ask, Duration within)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(at(target.address(tryNumber), target.uri()))
        .method(ask.method(), ask.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(ask.body()));
    ask.headers().forEach(request::setHeader);
    request.setHeader("Host", hostHeader(target.uri()));

    AtomicBoolean begun = new AtomicBoolean();
    CompletableFuture<HttpResponse<byte[]>> exchange = client(target.uri().getHost()).sendAsync(request.build(), head -> {
      begun.set(true);
      return new CappedBody(head.headers().firstValueAsLong("content-length").orElse(0), bodyBound);
    });
    try {
      HttpResponse<byte[]> response = exchange.get(within.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no complete answer within " + DurationText.of(within));
    } catch (ExecutionException e) {
      throw failure(e.getCause(), begun.get());
    } finally {
      // Also frees the connection when the time was up or the caller was interrupted; harmless after the end.
      exchange.cancel(true);
    }
  }

  private static IOException failure(Throwable cause, boolean begun) {
    if (cause instanceof IOException io && (!begun || io instanceof AnswerTooLargeException)) {
      return io;
    }
    return begun
        ? new AnswerLostException("the answer ended before its end (" + cause.getMessage() + ")", cause)
        : new IOException(cause);
  }

  private HttpClient client(String host) {
    return clients.computeIfAbsent(host, h -> {
      SSLParameters names = tls.getDefaultSSLParameters();
      if (!isLiteral(h)) {
        names.setServerNames(List.of(new SNIHostName(h)));
      }
      return HttpClient.newBuilder()
          .sslContext(tls)
          .sslParameters(names)
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .proxy(HttpClient.Builder.NO_PROXY)
          .connectTimeout(CONNECT)
          .build();
    });
  }

  private static boolean isLiteral(String host) {
    return host.startsWith("[") || host.matches("[0-9.]+");
  }

  private static URI at(InetAddress address, URI uri) {
    String literal = address.getAddress().length == 4 ? address.getHostAddress() : "[" + address.getHostAddress() + "]";
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return URI.create(uri.getScheme() + "://" + literal + port + path + query);
  }

  private static String hostHeader(URI uri) {
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  @Override
  public void close() {
    clients.values().forEach(HttpClient::shutdownNow);
  }
}
