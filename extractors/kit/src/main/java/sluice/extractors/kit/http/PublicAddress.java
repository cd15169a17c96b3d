package sluice.extractors.kit.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** Tells addresses of the open internet from those that only exist inside a network, a host or a standard. */
final class PublicAddress {
  private static final List<AddressRange> CLOSED = List.of(
      AddressRange.of("0.0.0.0/8"), // this network
      AddressRange.of("10.0.0.0/8"),
      AddressRange.of("100.64.0.0/10"), // carriers' own
      AddressRange.of("127.0.0.0/8"),
      AddressRange.of("169.254.0.0/16"), // link-local; a cloud's metadata service lives here
      AddressRange.of("172.16.0.0/12"),
      AddressRange.of("192.0.0.0/24"),
      AddressRange.of("192.0.2.0/24"), // documentation
      AddressRange.of("192.88.99.0/24"), // 6to4 relays
      AddressRange.of("192.168.0.0/16"),
      AddressRange.of("198.18.0.0/15"), // benchmarks
      AddressRange.of("198.51.100.0/24"),
      AddressRange.of("203.0.113.0/24"),
      AddressRange.of("224.0.0.0/3")); // multicast, reserved, broadcast

  /** Of IPv6 only global unicast is open; the rest of the list are holes in it. */
  private static final AddressRange GLOBAL_UNICAST = AddressRange.of("2000::/3");
  private static final List<AddressRange> CLOSED_V6 = List.of(
      AddressRange.of("2001::/23"), // Teredo and other protocol assignments
      AddressRange.of("2001:db8::/32"), // documentation
      AddressRange.of("2002::/16"), // 6to4, which embeds any IPv4 address
      AddressRange.of("3fff::/20")); // documentation

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    if (address instanceof Inet4Address) {
      return CLOSED.stream().noneMatch(range -> range.contains(address));
    }
    return GLOBAL_UNICAST.contains(address) && CLOSED_V6.stream().noneMatch(range -> range.contains(address));
  }
}
