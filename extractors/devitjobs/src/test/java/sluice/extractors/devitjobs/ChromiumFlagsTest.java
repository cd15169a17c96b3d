package sluice.extractors.devitjobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChromiumFlagsTest {

  @Test
  void runsWhereThereIsNoSandboxNoGpuAndNoSharedMemory() throws UnknownHostException {
    assertThat(flags("https://devitjobs.uk/jobs", "93.184.215.14"))
        .contains("--no-sandbox", "--no-zygote", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking");
  }

  @Test
  void theBrowserKnowsTheHostAtTheCheckedAddressOnly() throws UnknownHostException {
    assertThat(flags("https://devitjobs.uk/jobs", "93.184.215.14"))
        .contains("--host-resolver-rules=MAP devitjobs.uk 93.184.215.14 , MAP * ~NOTFOUND , EXCLUDE 93.184.215.14");
    assertThat(flags("https://devitjobs.uk/jobs", "2606:2800:21f:cb07::1"))
        .contains("--host-resolver-rules=MAP devitjobs.uk [2606:2800:21f:cb07:0:0:0:1] , MAP * ~NOTFOUND , EXCLUDE [2606:2800:21f:cb07:0:0:0:1]");
  }

  @Test
  void aNumericHostNeedsNoName() throws UnknownHostException {
    assertThat(flags("http://127.0.0.1:8080/x", "127.0.0.1")).contains("--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1");
  }

  private static List<String> flags(String page, String address) throws UnknownHostException {
    return ChromiumFlags.forPage(URI.create(page), List.of(InetAddress.getByName(address)));
  }
}
