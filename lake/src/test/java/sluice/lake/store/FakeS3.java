package sluice.lake.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import sluice.lake.aws.AwsClients;

/** As much of S3 as the object store uses, over real HTTP, so that the SDK's own behaviour is part of the test. */
final class FakeS3 implements AutoCloseable {
  /** What happens to the next request instead of its answer. */
  enum Trouble { SLOW_DOWN, INTERNAL_ERROR, LOST_ANSWER, CONCURRENT_CREATE, ACCESS_DENIED, EXPIRED_TOKEN, CUT_ANSWER, NOT_ALLOWED }

  private record Stored(byte[] bytes, Map<String, String> metadata) {}

  private static final int PAGE = 3;
  private final HttpServer server;
  private final TreeMap<String, Stored> objects = new TreeMap<>();
  private final TreeMap<String, Stored> versions = new TreeMap<>();
  private final Deque<Trouble> troubles = new ArrayDeque<>();
  private final List<String> requests = new ArrayList<>();

  FakeS3() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException noPort) {
      throw new IllegalStateException(noPort);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  S3Client client() {
    return S3Client.builder()
        .httpClient(AwsClients.http())
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build();
  }

  synchronized void troubles(Trouble... next) {
    troubles.addAll(Arrays.asList(next));
  }

  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  synchronized void hold(ObjectRef ref, byte[] bytes) {
    objects.put(ref.bucket() + "/" + ref.key(), new Stored(bytes, Map.of()));
  }

  synchronized void hold(ObjectRef ref, String versionId, byte[] bytes) {
    versions.put(ref.bucket() + "/" + ref.key() + "?versionId=" + versionId, new Stored(bytes, Map.of()));
  }

  private synchronized void serve(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath().substring(1);
    requests.add(exchange.getRequestMethod() + " " + path);
    Trouble trouble = troubles.poll();
    try (exchange) {
      if (trouble == null || trouble == Trouble.LOST_ANSWER || trouble == Trouble.CUT_ANSWER) {
        answer(exchange, path, body, trouble);
      } else {
        refuse(exchange, trouble);
      }
    }
  }

  private static void refuse(HttpExchange exchange, Trouble trouble) throws IOException {
    switch (trouble) {
      case SLOW_DOWN -> error(exchange, 503, "SlowDown");
      case INTERNAL_ERROR -> error(exchange, 500, "InternalError");
      case CONCURRENT_CREATE -> error(exchange, 409, "ConditionalRequestConflict");
      case ACCESS_DENIED -> error(exchange, 403, "AccessDenied");
      case EXPIRED_TOKEN -> error(exchange, 400, "ExpiredToken");
      case NOT_ALLOWED -> error(exchange, 405, "MethodNotAllowed");
      case LOST_ANSWER, CUT_ANSWER -> throw new IllegalStateException("these answer first");
    }
  }

  private void answer(HttpExchange exchange, String path, byte[] body, Trouble trouble) throws IOException {
    boolean bucketOnly = path.indexOf('/') < 0 || path.endsWith("/") && path.indexOf('/') == path.length() - 1;
    switch (exchange.getRequestMethod()) {
      case "PUT" -> put(exchange, path, body, trouble == Trouble.LOST_ANSWER);
      case "HEAD" -> headOrGet(exchange, path, false, false);
      case "GET" -> {
        if (bucketOnly) {
          list(exchange, path.replace("/", ""));
        } else {
          headOrGet(exchange, path, true, trouble == Trouble.CUT_ANSWER);
        }
      }
      default -> error(exchange, 405, "MethodNotAllowed");
    }
  }

  private void put(HttpExchange exchange, String path, byte[] body, boolean loseAnswer) throws IOException {
    if ("*".equals(exchange.getRequestHeaders().getFirst("If-None-Match")) && objects.containsKey(path)) {
      error(exchange, 412, "PreconditionFailed");
      return;
    }
    Map<String, String> metadata = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> {
      if (name.toLowerCase(java.util.Locale.ROOT).startsWith("x-amz-meta-")) {
        metadata.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst());
      }
    });
    String encoding = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    objects.put(path, new Stored(encoding.contains("aws-chunked") ? unchunked(body) : body, metadata));
    if (!loseAnswer) {
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private void headOrGet(HttpExchange exchange, String path, boolean withBody, boolean cut) throws IOException {
    String version = query(exchange.getRequestURI().getRawQuery()).get("versionId");
    Stored stored = version == null ? objects.get(path) : versions.get(path + "?versionId=" + version);
    if (stored == null) {
      error(exchange, 404, version == null ? "NoSuchKey" : "NoSuchVersion");
      return;
    }
    stored.metadata().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.getResponseHeaders().set("x-amz-version-id", "v1");
    int length = stored.bytes().length;
    if (!withBody) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(length));
      exchange.sendResponseHeaders(200, -1);
      return;
    }
    exchange.sendResponseHeaders(200, length == 0 ? -1 : length);
    exchange.getResponseBody().write(stored.bytes(), 0, cut ? length / 2 : length);
    exchange.getResponseBody().flush();
  }

  private void list(HttpExchange exchange, String bucket) throws IOException {
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    String prefix = bucket + "/" + query.getOrDefault("prefix", "");
    String after = query.getOrDefault("continuation-token", "");
    List<String> keys = objects.keySet().stream()
        .filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0).limit(PAGE + 1L).toList();
    StringBuilder xml = new StringBuilder("<ListBucketResult>");
    keys.stream().limit(PAGE).forEach(key -> xml.append("<Contents><Key>")
        .append(key.substring(bucket.length() + 1).replace("&", "&amp;")).append("</Key></Contents>"));
    boolean more = keys.size() > PAGE;
    xml.append("<IsTruncated>").append(more).append("</IsTruncated>");
    if (more) {
      xml.append("<NextContinuationToken>").append(keys.get(PAGE - 1)).append("</NextContinuationToken>");
    }
    send(exchange, 200, xml.append("</ListBucketResult>").toString());
  }

  private static Map<String, String> query(String raw) {
    return Arrays.stream(raw == null ? new String[0] : raw.split("&")).map(pair -> pair.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0],
            pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  /** The SDK sends a body in signed pieces with a checksum behind them. */
  private static byte[] unchunked(byte[] body) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
    while (true) {
      int size = Integer.parseInt(line(in).split(";")[0], 16);
      if (size == 0) {
        return plain.toByteArray();
      }
      plain.write(in.readNBytes(size));
      line(in);
    }
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int sign = in.read(); sign != '\n'; sign = in.read()) {
      if (sign < 0) {
        throw new IOException("a body in pieces ended early");
      }
      line.append((char) sign);
    }
    return line.toString().strip();
  }

  private static void error(HttpExchange exchange, int status, String code) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      send(exchange, status, "<Error><Code>" + code + "</Code><Message>no</Message></Error>");
    }
  }

  private static void send(HttpExchange exchange, int status, String xml) throws IOException {
    byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
