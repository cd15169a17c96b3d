package sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sluice.lake.aws.AwsClients;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Over real HTTP, so that the SDK's own way with keys and errors is part of the test. */
class S3LandingVersionsTest {
  private static final ObjectVersion VERSION = new ObjectVersion("landing", "orders/a +%ą.csv", "v1");

  private HttpServer server;
  private LandingVersions versions;
  private int status = 200;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    versions = new S3LandingVersions(S3Client.builder()
        .httpClient(AwsClients.http())
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .region(Region.EU_CENTRAL_1)
        .forcePathStyle(true)
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
        .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
        .build(), "landing");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void saysWhenAVersionLanded() {
    assertThat(versions.find(VERSION)).contains(new LandedVersion(VERSION, Instant.parse("2026-11-21T09:14:00Z")));
  }

  @Test
  void tellsGoneFromForbidden() {
    status = 404;
    assertThat(versions.find(VERSION)).isEmpty();
    status = 405;
    assertThat(versions.find(VERSION)).as("a deletion").isEmpty();
    status = 403;
    assertThatThrownBy(() -> versions.find(VERSION)).isInstanceOf(S3Exception.class);
  }

  @Test
  void listsEveryVersionOfEveryPageWithKeysAsTheyAre() {
    List<LandedVersion> found = new ArrayList<>();
    versions.each(found::add);
    assertThat(found).extracting(landed -> landed.version().key(), landed -> landed.version().versionId()).containsExactly(
        org.assertj.core.groups.Tuple.tuple("orders/a +%ą\n.csv", "v2"), org.assertj.core.groups.Tuple.tuple("orders/a +%ą\n.csv", "v1"),
        org.assertj.core.groups.Tuple.tuple("orders/b.csv", "v1"));
    assertThat(found.getFirst().landedAt()).isEqualTo(Instant.parse("2026-11-21T09:14:00Z"));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Last-Modified", "Sat, 21 Nov 2026 09:14:00 GMT");
      if (exchange.getRequestMethod().equals("HEAD")) {
        assertThat(exchange.getRequestURI().getRawQuery()).isEqualTo("versionId=v1");
        assertThat(exchange.getRequestURI().getPath()).isEqualTo("/landing/" + VERSION.key());
        exchange.sendResponseHeaders(status, -1);
      } else {
        byte[] page = page(exchange.getRequestURI().getQuery()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
      }
    }
  }

  private static String page(String query) {
    String odd = "orders/a+%2B%25%C4%85%0A.csv";
    return query.contains("key-marker")
        ? "<ListVersionsResult><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>" + version("orders/b.csv", "v1") + "</ListVersionsResult>"
        : "<ListVersionsResult><EncodingType>url</EncodingType><IsTruncated>true</IsTruncated><NextKeyMarker>" + odd
            + "</NextKeyMarker><NextVersionIdMarker>v1</NextVersionIdMarker>" + version(odd, "v2") + version(odd, "v1")
            + "<DeleteMarker><Key>orders/gone.csv</Key><VersionId>v9</VersionId></DeleteMarker></ListVersionsResult>";
  }

  private static String version(String key, String versionId) {
    return "<Version><Key>" + key + "</Key><VersionId>" + versionId + "</VersionId><LastModified>2026-11-21T09:14:00.000Z</LastModified></Version>";
  }
}
