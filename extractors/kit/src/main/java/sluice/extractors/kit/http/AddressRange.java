package sluice.extractors.kit.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** All addresses that begin with the same bits, as in {@code 10.0.0.0/8}. */
record AddressRange(InetAddress start, int bits) {

  static AddressRange of(String text) {
    int slash = text.indexOf('/');
    try {
      return new AddressRange(InetAddress.getByName(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    } catch (UnknownHostException literalsNeedNoLookup) {
      throw new IllegalArgumentException(text, literalsNeedNoLookup);
    }
  }

  boolean contains(InetAddress address) {
    byte[] theirs = address.getAddress();
    byte[] ours = start.getAddress();
    if (theirs.length != ours.length) {
      return false;
    }
    int whole = bits / 8;
    for (int i = 0; i < whole; i++) {
      if (theirs[i] != ours[i]) {
        return false;
      }
    }
    int rest = bits % 8;
    return rest == 0 || (theirs[whole] ^ ours[whole]) >> (8 - rest) == 0;
  }
}
