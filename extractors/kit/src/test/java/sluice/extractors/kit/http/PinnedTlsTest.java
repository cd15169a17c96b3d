package sluice.extractors.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sluice.extractors.kit.ManualBudget;
import sluice.extractors.kit.SleepLog;
import sluice.extractors.kit.SourceUnavailableException;
import sluice.extractors.kit.retry.Retry;
import sluice.extractors.kit.retry.RetryPolicy;

/** Pinning the address must not cost the check of the certificate against the name. */
@Timeout(60)
class PinnedTlsTest {
  @TempDir static Path folder;
  private static TestTls tls;

  private final List<String> namesAskedFor = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void makeCertificate() {
    tls = TestTls.forHost("board.invalid", folder);
  }

  @Test
  void theCertificateOfTheAskedHostIsAccepted() throws IOException {
    try (ScriptedSite site = site()) {
      assertThat(ask(site, "board.invalid").body()).asString().isEqualTo("{}");
      assertThat(site.requests().getFirst().headers()).containsEntry("host", "board.invalid:" + site.port());
      assertThat(namesAskedFor).containsExactly("board.invalid");
    }
  }

  @Test
  void theCertificateOfAnotherHostIsRefused() {
    try (ScriptedSite site = site()) {
      assertThatThrownBy(() -> ask(site, "other.invalid"))
          .isInstanceOf(SourceUnavailableException.class)
          .hasMessageStartingWith("S101 x on other.invalid: no secure connection (");
      assertThat(site.requests()).isEmpty();
    }
  }

  private ScriptedSite site() {
    return ScriptedSite.over(tls.server().getServerSocketFactory(), connection -> {
      note(connection);
      ScriptedSite.json("{}").send(connection);
    });
  }

  private void note(Socket connection) {
    ExtendedSSLSession session = (ExtendedSSLSession) ((SSLSocket) connection).getSession();
    session.getRequestedServerNames().forEach(name -> namesAskedFor.add(new String(name.getEncoded(), java.nio.charset.StandardCharsets.US_ASCII)));
  }

  private Answer ask(ScriptedSite site, String host) throws IOException {
    Egress egress = new Egress(List.of(), Set.of(new Endpoint(host, site.port())), any -> List.of(InetAddress.getLoopbackAddress()));
    Retry retry = new Retry(RetryPolicy.REQUESTS, new SleepLog(), (setback, wait) -> {});
    try (GuardedHttp http = GuardedHttp.over(egress, tls.client(), retry, Clock.systemUTC(), Duration.ofSeconds(20), 1000)) {
      Ask ask = new Ask("GET", URI.create("https://" + host + ":" + site.port() + "/"), Map.of(), new byte[0]);
      return http.ask("x", ask, ManualBudget.ample(), a -> a);
    }
  }
}
