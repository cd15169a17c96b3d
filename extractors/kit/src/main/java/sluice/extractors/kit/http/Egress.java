package sluice.extractors.kit.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides where a source may talk to, before anything is sent: https on port 443 of a listed host, at addresses of the
 * open internet only.
 *
 * <p>The one way around is {@code insiders}: endpoints that the operator of this very process named, as the local
 * world does for its sample site. They may be private and speak plain http.
 */
public final class Egress {
  private static final int HTTPS = 443;

  private final Set<String> hosts;
  private final Set<Endpoint> insiders;
  private final Resolver resolver;

  public Egress(List<String> hosts, Set<Endpoint> insiders, Resolver resolver) {
    this.hosts = hosts.stream().map(h -> h.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
    this.insiders = Set.copyOf(insiders);
    this.resolver = resolver;
  }

  /** Reads the value of {@code SLUICE_EGRESS_ALLOW}: endpoints separated by commas, or nothing. */
  public static Set<Endpoint> insiders(String list) {
    if (list == null || list.isBlank()) {
      return Set.of();
    }
    try {
      return Arrays.stream(list.split(",")).map(String::strip).map(Endpoint::parse).collect(Collectors.toUnmodifiableSet());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("SLUICE_EGRESS_ALLOW: " + e.getMessage(), e);
    }
  }

  /**
   * The addresses at which this URI may be asked.
   *
   * @throws EgressRefusedException when it may not be asked at all
   * @throws UnknownHostException when the name service knows no address
   */
  public Target permit(URI uri) throws UnknownHostException {
    if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw new EgressRefusedException(uri + " is refused: expected https://host/path, without user or password in it");
    }
    Endpoint endpoint = new Endpoint(uri.getHost(), port(uri));
    if (insiders.contains(endpoint)) {
      return new Target(uri, resolver.resolve(endpoint.host()));
    }
    if (!"https".equalsIgnoreCase(uri.getScheme())) {
      throw new EgressRefusedException(uri + " is refused: expected https, found " + uri.getScheme());
    }
    if (!hosts.contains(endpoint.host()) || endpoint.port() != HTTPS) {
      throw new EgressRefusedException(
          uri + " is refused: " + endpoint + " is not in the source's egress list " + hosts + " (port " + HTTPS + ")");
    }
    List<InetAddress> addresses = resolver.resolve(endpoint.host());
    for (InetAddress address : addresses) {
      // One closed address is enough: a name that mixes both kinds is exactly what an attacker would set up.
      if (!PublicAddress.is(address)) {
        throw new EgressRefusedException(uri + " is refused: " + endpoint.host() + " is at "
            + address.getHostAddress() + ", which is no address of the open internet");
      }
    }
    return new Target(uri, addresses);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : HTTPS;
  }

  /** A permitted URI with the addresses that were looked at: these are asked, not whatever the name means later. */
  public record Target(URI uri, List<InetAddress> addresses) {
    public Target {
      // IPv4 first: a function in a private subnet often has no way out over IPv6.
      addresses = addresses.stream().sorted(Comparator.comparingInt(a -> a.getAddress().length)).toList();
      if (addresses.isEmpty()) {
        throw new IllegalArgumentException(uri.getHost() + " has no address");
      }
    }

    /** The address for a try, counted from 0: the next try takes the next one. */
    InetAddress address(int number) {
      return addresses.get(number % addresses.size());
    }
  }
}
