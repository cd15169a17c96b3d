package sluice.local.sites.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SiteServerTest {
  private final FaultPlan faults = new FaultPlan();
  private final SiteServer server = SiteServer.bind(0, faults)
      .route("list", "/list", ask -> Reply.json(200, "{\"total\":3,\"from\":\"" + ask.param("from").orElse("start") + "\"}"))
      .route("picky", "/picky", ask -> {
        throw new BadAskException("color: expected blue, found " + ask.param("color").orElse("nothing"));
      })
      .route("broken", "/broken", ask -> {
        throw new IllegalStateException("out of paper");
      })
      .open();
  private final SiteClient client = new SiteClient(server.address());

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void answersOnLoopbackAndCounts() throws IOException {
    assertThat(client.read("/list?from=a%20b").body()).isEqualTo("{\"total\":3,\"from\":\"a b\"}");
    assertThat(server.address().getHost()).isEqualTo("127.0.0.1");
    assertThat(server.requests()).containsEntry("list", 1L).containsEntry("picky", 0L);
  }

  @Test
  void saysWhyItRefuses() throws IOException {
    HttpResponse<String> answer = client.read("/picky?color=red");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).isEqualTo("{\"error\":\"color: expected blue, found red\"}");
  }

  @Test
  void servesNothingBesidesItsPaths() throws IOException {
    HttpResponse<String> answer = client.read("/list/more");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"error\":\"nothing is served at /list/more\"}");
  }

  @Test
  void aDefectOfItsOwnIsA500() throws IOException {
    HttpResponse<String> answer = client.read("/broken");
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("out of paper");
  }

  @Test
  void plannedFaultsComeInTheirOrderAndEnd() throws IOException {
    faults.plan("list", Fault.from(Map.of("status", "429", "retry-after", "2")), 1, 2);
    faults.plan("list", Fault.from(Map.of("html", "true")), 0, 1);
    assertThat(client.read("/list").statusCode()).isEqualTo(200);
    HttpResponse<String> slow = client.read("/list");
    assertThat(slow.statusCode()).isEqualTo(429);
    assertThat(slow.headers().firstValue("Retry-After")).contains("2");
    assertThat(faults.left()).isEqualTo(Map.of("list", 2));
    assertThat(client.read("/list").statusCode()).isEqualTo(429);
    HttpResponse<String> page = client.read("/list");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).contains(Reply.HTML);
    assertThat(client.read("/list").body()).contains("\"total\":3");
    assertThat(faults.left()).isEmpty();
  }

  @Test
  void aTruncatedAnswerEndsBeforeItsLength() {
    faults.plan("list", Fault.from(Map.of("truncate", "10")), 0, 1);
    assertThatThrownBy(() -> client.read("/list")).isInstanceOf(IOException.class);
  }

  @Test
  void totalsCanLieAndTextCanBeReplaced() throws IOException {
    faults.plan("list", Fault.from(Map.of("total", "9")), 0, 1);
    faults.plan("list", Fault.from(Map.of("replace", "from>since")), 0, 1);
    assertThat(client.read("/list").body()).isEqualTo("{\"total\":9,\"from\":\"start\"}");
    assertThat(client.read("/list").body()).isEqualTo("{\"total\":3,\"since\":\"start\"}");
  }

  @Test
  void aStalledAnswerIsLetGoWhenTheSiteCloses() throws InterruptedException {
    faults.plan("list", Fault.from(Map.of("stall", "600")), 0, 1);
    CompletableFuture<Object> answer = CompletableFuture.supplyAsync(() -> {
      try {
        return client.read("/list");
      } catch (IOException cut) {
        return cut;
      }
    });
    while (server.requests().get("list") == 0) {
      Thread.sleep(10);
    }
    server.close();
    assertThat(answer).succeedsWithin(Duration.ofSeconds(30));
  }

  @Test
  void aFaultThatCannotBeMeantIsRefused() {
    assertThatThrownBy(() -> Fault.from(Map.of("status", "many"))).hasMessage("status: expected a whole number, found \"many\"");
    assertThatThrownBy(() -> Fault.from(Map.of("stall", "long"))).hasMessage("stall: expected seconds, found \"long\"");
    assertThatThrownBy(() -> Fault.from(Map.of("replace", "all"))).hasMessage("replace: expected old>new, found \"all\"");
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    int taken = server.address().getPort();
    assertThatThrownBy(() -> SiteServer.bind(taken, new FaultPlan())).isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("cannot listen on 127.0.0.1:" + taken + ": ");
  }
}
