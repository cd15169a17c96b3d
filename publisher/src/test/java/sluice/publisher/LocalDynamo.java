package sluice.publisher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** MiniStack in a process of its own, for its DynamoDB. */
final class LocalDynamo implements AutoCloseable {
  private static final String PYTHON = "SLUICE_LOCAL_PYTHON";

  private final Process process;
  private final URI endpoint;

  private LocalDynamo(Process process, URI endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  static LocalDynamo start() throws IOException, InterruptedException {
    String python = System.getenv(PYTHON);
    Assumptions.assumeTrue(python != null && !python.isBlank(),
        () -> "skipped: no DynamoDB to ask, because " + PYTHON + " does not name a Python that has ministack");
    int port = freePort();
    Path log = Files.createTempFile("ministack", ".log");
    log.toFile().deleteOnExit();
    ProcessBuilder builder = new ProcessBuilder(python, "-m", "ministack").redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("GATEWAY_PORT", Integer.toString(port));
    builder.environment().put("BIND_HOST", "127.0.0.1");
    LocalDynamo dynamo = new LocalDynamo(builder.start(), URI.create("http://127.0.0.1:" + port));
    dynamo.awaitReady();
    return dynamo;
  }

  DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint)
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClientBuilder(UrlConnectionHttpClient.builder())
        .build();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join().destroyForcibly();
  }

  private void awaitReady() throws InterruptedException {
    HttpRequest health = HttpRequest.newBuilder(endpoint.resolve("/_ministack/health")).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int attempt = 0; attempt < 600 && process.isAlive(); attempt++) {
        if (answers(http, health)) {
          return;
        }
        process.waitFor(50, TimeUnit.MILLISECONDS);
      }
    }
    close();
    throw new AssertionError("MiniStack did not come up at " + endpoint);
  }

  private static boolean answers(HttpClient http, HttpRequest health) throws InterruptedException {
    try {
      return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
