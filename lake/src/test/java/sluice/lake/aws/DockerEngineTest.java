package sluice.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerEngineTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void isThereWhenItAnswersItsPing() throws IOException {
    try (FakeEngine engine = new FakeEngine(folder.resolve("s"), "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK")) {
      assertThat(engine.asked(LONG).silence()).isEmpty();
      assertThat(engine.request).isEqualTo("GET /_ping HTTP/1.1");
    }
  }

  @Test
  void isNotThereWhenItAnswersThatItIsBroken() throws IOException {
    try (FakeEngine engine = new FakeEngine(folder.resolve("s"), "HTTP/1.1 500 Internal Server Error\r\n\r\n")) {
      assertThat(engine.asked(LONG).silence()).hasValue(
          "no Docker engine answers (" + engine.place() + ": expected HTTP/1.1 200, found HTTP/1.1 500 Internal Server Error)");
    }
  }

  @Test
  void isNotThereWhenItHangsUp() throws IOException {
    try (FakeEngine engine = new FakeEngine(folder.resolve("s"), "")) {
      assertThat(engine.asked(LONG).silence().orElseThrow()).endsWith("expected HTTP/1.1 200, found null)");
    }
  }

  @Test
  void isNotWaitedForWithoutEnd() throws IOException {
    // Connections are taken by the kernel; nobody ever reads them.
    try (ServerSocketChannel silent = FakeEngine.listening(folder.resolve("s"))) {
      DockerEngine engine = new DockerEngine(List.of(DockerEngine.socket(folder.resolve("s"))), Duration.ofMillis(50));
      assertThat(engine.silence().orElseThrow()).endsWith("/s: no answer within 50 ms)");
      assertThat(silent.accept().isOpen()).isTrue();
    }
  }

  @Test
  void isNotThereWhereOnlyItsSocketIsLeftOrNothing() throws IOException {
    FakeEngine.listening(folder.resolve("left")).close();
    DockerEngine engine = new DockerEngine(
        List.of(DockerEngine.socket(folder.resolve("left")), DockerEngine.socket(folder.resolve("none"))), LONG);
    assertThat(engine.silence().orElseThrow()).matches("no Docker engine answers \\(unix://.*/left: .+; unix://.*/none: .+\\)");
  }

  @Test
  void theFirstThatAnswersCounts() throws IOException {
    try (FakeEngine engine = new FakeEngine(folder.resolve("s"), "HTTP/1.1 200 OK\r\n\r\n")) {
      assertThat(new DockerEngine(List.of(DockerEngine.socket(folder.resolve("none")), engine.place()), LONG).silence()).isEmpty();
    }
  }

  @Test
  void saysWhichPlacesItCannotAsk() {
    assertThat(new DockerEngine(List.of(URI.create("ssh://elsewhere")), LONG).silence())
        .hasValue("no Docker engine answers (ssh://elsewhere: expected unix:///path or tcp://host:port)");
  }

  @Test
  void isLookedForWhereItUsuallyIsUnlessAPlaceIsTold() {
    assertThat(DockerEngine.places(Map.of("XDG_RUNTIME_DIR", "/run/user/7"), Path.of("/home/ada"))).containsExactly(
        URI.create("unix:///var/run/docker.sock"), URI.create("unix:///run/user/7/docker.sock"), URI.create("unix:///home/ada/.docker/run/docker.sock"));
    assertThat(DockerEngine.places(Map.of("DOCKER_HOST", "tcp://127.0.0.1:2375"), Path.of("/home/ada")))
        .containsExactly(URI.create("tcp://127.0.0.1:2375"));
  }

  @Test
  void whatNeedsItSaysWhyItIsSkipped() throws IOException {
    DockerEngine none = new DockerEngine(List.of(DockerEngine.socket(folder.resolve("none"))), LONG);
    assertThat(new LocalStack(none).absence().orElseThrow()).startsWith("no LocalStack to ask: no Docker engine answers (unix://");
    try (FakeEngine engine = new FakeEngine(folder.resolve("s"), "HTTP/1.1 200 OK\r\n\r\n")) {
      assertThat(new LocalStack(engine.asked(LONG)).absence()).isEmpty();
    }
  }

  /** Answers one request with the same words whatever it is. */
  private static final class FakeEngine implements AutoCloseable {
    private final Path socket;
    private final ServerSocketChannel server;
    private final Thread answering;
    private volatile String request;

    FakeEngine(Path socket, String answer) throws IOException {
      this.socket = socket;
      this.server = listening(socket);
      this.answering = Thread.ofVirtual().start(() -> answer(answer));
    }

    static ServerSocketChannel listening(Path socket) throws IOException {
      return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
    }

    URI place() {
      return DockerEngine.socket(socket);
    }

    DockerEngine asked(Duration limit) {
      return new DockerEngine(List.of(place()), limit);
    }

    private void answer(String answer) {
      try (SocketChannel asking = server.accept(); Scanner lines = new Scanner(Channels.newInputStream(asking), StandardCharsets.US_ASCII)) {
        request = lines.nextLine();
        asking.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
      } catch (IOException closedBefore) {
        request = "none: " + closedBefore;
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      answering.interrupt();
    }
  }
}
