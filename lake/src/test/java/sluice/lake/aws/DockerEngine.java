package sluice.lake.aws;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The Docker engine of this machine, if one answers.
 *
 * <p>It is asked itself, at the places where Testcontainers looks too: neither a client binary nor a socket whose engine
 * is gone is an engine.
 *
 * @param places sockets as {@code unix:///path} or {@code tcp://host:port}, the first that answers counts
 * @param limit how long each may take to answer
 */
record DockerEngine(List<URI> places, Duration limit) {
  private static final String PING = "GET /_ping HTTP/1.1\r\nHost: docker\r\nConnection: close\r\n\r\n";

  static DockerEngine ofThisMachine() {
    return new DockerEngine(places(System.getenv(), Path.of(System.getProperty("user.home"))), Duration.ofSeconds(3));
  }

  /** {@code DOCKER_HOST} alone where it is set; else the sockets of an engine of the system, of a user, and of Docker Desktop. */
  static List<URI> places(Map<String, String> environment, Path home) {
    String told = environment.getOrDefault("DOCKER_HOST", "");
    if (!told.isBlank()) {
      return List.of(URI.create(told));
    }
    List<URI> usual = new ArrayList<>(List.of(URI.create("unix:///var/run/docker.sock")));
    Optional.ofNullable(environment.get("XDG_RUNTIME_DIR")).ifPresent(folder -> usual.add(socket(Path.of(folder, "docker.sock"))));
    usual.add(socket(home.resolve(".docker/run/docker.sock")));
    return List.copyOf(usual);
  }

  static URI socket(Path file) {
    return URI.create("unix://" + file.toUri().getRawPath());
  }

  /** Why there is none; nothing where one answers. */
  Optional<String> silence() {
    List<String> found = new ArrayList<>();
    for (URI place : places) {
      Optional<String> trouble = ask(place);
      if (trouble.isEmpty()) {
        return Optional.empty();
      }
      found.add(place + ": " + trouble.get());
    }
    return Optional.of("no Docker engine answers (" + String.join("; ", found) + ")");
  }

  private Optional<String> ask(URI place) {
    FutureTask<String> asked = new FutureTask<>(() -> statusLine(address(place)));
    Thread asking = Thread.ofVirtual().start(asked);
    try {
      String status = asked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      return String.valueOf(status).startsWith("HTTP/1.1 200 ") ? Optional.empty() : Optional.of("expected HTTP/1.1 200, found " + status);
    } catch (ExecutionException refused) {
      return Optional.of(String.valueOf(refused.getCause().getMessage()));
    } catch (TimeoutException silent) {
      return Optional.of("no answer within " + limit.toMillis() + " ms");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.of("stopped while waiting for its answer");
    } finally {
      // Closes the channel, if it still waits.
      asking.interrupt();
    }
  }

  private static SocketAddress address(URI place) {
    return switch (String.valueOf(place.getScheme())) {
      case "unix" -> UnixDomainSocketAddress.of(place.getPath());
      case "tcp" -> new InetSocketAddress(place.getHost(), place.getPort());
      default -> throw new IllegalArgumentException("expected unix:///path or tcp://host:port");
    };
  }

  /** Null where the engine hangs up without one. */
  private static String statusLine(SocketAddress engine) throws IOException {
    try (SocketChannel channel = SocketChannel.open(engine)) {
      channel.write(ByteBuffer.wrap(PING.getBytes(StandardCharsets.US_ASCII)));
      return new BufferedReader(new InputStreamReader(Channels.newInputStream(channel), StandardCharsets.US_ASCII)).readLine();
    }
  }
}
