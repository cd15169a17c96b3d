package sluice.extractors.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressTest {
  private static final URI BOARD = URI.create("https://board.example/jobs?q=a%20b");

  @Test
  void aListedHostOverHttpsIsPermittedWithTheAddressesThatWereLookedAt() throws Exception {
    Egress.Target target = egress("2606:4700::1111", "104.18.1.2").permit(BOARD);
    assertThat(target.uri()).isEqualTo(BOARD);
    assertThat(target.addresses()).extracting(InetAddress::getHostAddress)
        .as("IPv4 first").containsExactly("104.18.1.2", "2606:4700:0:0:0:0:0:1111");
    assertThat(target.address(3).getHostAddress()).isEqualTo("2606:4700:0:0:0:0:0:1111");
  }

  @Test
  void hostNamesAreComparedWithoutCase() throws Exception {
    assertThat(egress("104.18.1.2").permit(URI.create("HTTPS://Board.Example/")).addresses()).hasSize(1);
  }

  @Test
  void theNameIsResolvedOncePerPermission() throws Exception {
    List<String> asked = new ArrayList<>();
    Egress egress = new Egress(List.of("board.example"), Set.of(), host -> {
      asked.add(host);
      return addresses("104.18.1.2");
    });
    egress.permit(BOARD);
    assertThat(asked).containsExactly("board.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "192.0.0.8", "198.18.0.1", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1",
    "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "2001:db8::1", "2001::1"
  })
  void anAddressThatIsNotOfTheOpenInternetIsRefused(String address) {
    assertThatThrownBy(() -> egress("104.18.1.2", address).permit(BOARD))
        .isInstanceOf(EgressRefusedException.class)
        .hasMessageStartingWith("https://board.example/jobs?q=a%20b is refused: board.example is at ")
        .hasMessageEndingWith(", which is no address of the open internet");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.15.255.255", "172.32.0.0", "100.63.255.255", "223.255.255.255", "2a00:1450::1", "2001:4860:4860::8888"})
  void neighboursOfClosedRangesAreOpen(String address) throws Exception {
    assertThat(egress(address).permit(BOARD).addresses()).hasSize(1);
  }

  @Test
  void anotherHostOrPortIsRefused() {
    assertThatThrownBy(() -> egress("104.18.1.2").permit(URI.create("https://evil.example/")))
        .hasMessage("https://evil.example/ is refused: evil.example:443 is not in the source's egress list [board.example] (port 443)");
    assertThatThrownBy(() -> egress("104.18.1.2").permit(URI.create("https://board.example:8443/")))
        .hasMessageContaining("board.example:8443 is not in the source's egress list");
    assertThatThrownBy(() -> egress("104.18.1.2").permit(URI.create("https://sub.board.example/")))
        .hasMessageContaining("sub.board.example:443 is not in");
  }

  @Test
  void plainHttpIsRefused() {
    assertThatThrownBy(() -> egress("104.18.1.2").permit(URI.create("http://board.example/")))
        .hasMessage("http://board.example/ is refused: expected https, found http");
    assertThatThrownBy(() -> egress("104.18.1.2").permit(URI.create("file://board.example/etc/passwd")))
        .hasMessage("file://board.example/etc/passwd is refused: expected https, found file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://user:pw@board.example/", "mailto:a@board.example", "/relative", "https:///nohost"})
  void whatIsNoPlainHostAndPathIsRefused(String uri) {
    assertThatThrownBy(() -> egress("104.18.1.2").permit(URI.create(uri)))
        .hasMessage(uri + " is refused: expected https://host/path, without user or password in it");
  }

  @Test
  void anEndpointThatTheOperatorNamedMayBePrivateAndPlain() throws Exception {
    Egress egress = new Egress(List.of(), Egress.insiders("127.0.0.1:8091"), Resolver.SYSTEM);
    assertThat(egress.permit(URI.create("http://127.0.0.1:8091/api")).addresses()).hasSize(1);
    assertThatThrownBy(() -> egress.permit(URI.create("http://127.0.0.1:8092/api")))
        .hasMessage("http://127.0.0.1:8092/api is refused: expected https, found http");
  }

  @Test
  void insidersAreReadFromAList() {
    assertThat(Egress.insiders("127.0.0.1:1, Site.local:65535"))
        .containsExactlyInAnyOrder(new Endpoint("127.0.0.1", 1), new Endpoint("site.local", 65_535));
    assertThat(Egress.insiders(null)).isEmpty();
    assertThat(Egress.insiders(" ")).isEmpty();
    assertThatThrownBy(() -> Egress.insiders("127.0.0.1")).hasMessage("SLUICE_EGRESS_ALLOW: expected host:port, found \"127.0.0.1\"");
    assertThatThrownBy(() -> Egress.insiders("127.0.0.1:70000")).hasMessage("SLUICE_EGRESS_ALLOW: expected host:port, found \"127.0.0.1:70000\"");
  }

  private static Egress egress(String... addresses) {
    return new Egress(List.of("board.example"), Set.of(), host -> addresses(addresses));
  }

  private static List<InetAddress> addresses(String... literals) throws UnknownHostException {
    List<InetAddress> addresses = new ArrayList<>();
    for (String literal : literals) {
      addresses.add(InetAddress.getByName(literal));
    }
    return addresses;
  }
}
