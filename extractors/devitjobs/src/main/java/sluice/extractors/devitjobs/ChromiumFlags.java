package sluice.extractors.devitjobs;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The switches with which Chromium runs inside Lambda, where there is no sandbox, no GPU, no /dev/shm and no one to look. */
final class ChromiumFlags {
  private static final List<String> ALWAYS = List.of(
      // Lambda forbids the user namespaces that the sandbox is made of; the micro-VM around it is the sandbox.
      "--no-sandbox", "--disable-setuid-sandbox", "--no-zygote",
      "--disable-dev-shm-usage", "--disable-gpu", "--disable-software-rasterizer",
      "--disable-background-networking", "--disable-component-update", "--disable-domain-reliability", "--disable-sync",
      "--disable-extensions", "--disable-default-apps", "--disable-breakpad", "--no-first-run", "--no-pings", "--mute-audio",
      "--disk-cache-size=1", "--media-cache-size=1");

  private ChromiumFlags() {}

  /**
   * The browser's own name service knows the page's host at the addresses that were looked at, and nothing else: what
   * request routing does not see (redirects, workers, prefetching) has nowhere to go either.
   */
  static List<String> forPage(URI page, List<InetAddress> addresses) {
    List<String> flags = new ArrayList<>(ALWAYS);
    String host = page.getHost();
    String address = bracketed(addresses.getFirst());
    flags.add(host.equals(address)
        ? "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE " + host
        : "--host-resolver-rules=MAP " + host + " " + address + " , MAP * ~NOTFOUND , EXCLUDE " + address);
    return flags;
  }

  private static String bracketed(InetAddress address) {
    String text = address.getHostAddress();
    return text.contains(":") ? "[" + text + "]" : text;
  }
}
