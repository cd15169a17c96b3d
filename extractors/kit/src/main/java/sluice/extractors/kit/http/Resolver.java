package sluice.extractors.kit.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks the name service once; what it answers is what will be talked to. */
@FunctionalInterface
public interface Resolver {
  /** The machine's own resolver. */
  Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  List<InetAddress> resolve(String host) throws UnknownHostException;
}
