package sluice.local.world;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Chooses a port on 127.0.0.1. */
final class Ports {
  /** The port that people know from other local AWS stand-ins; taken when it is free. */
  static final int FAMILIAR = 4566;

  private Ports() {}

  static int familiarOrFree() throws IOException {
    return isFree(FAMILIAR) ? FAMILIAR : free();
  }

  static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
