package sluice.local.sites.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sluice.local.sites.sample.GeneratedBoard;
import sluice.local.sites.web.FaultPlan;
import sluice.local.sites.web.Json;
import sluice.local.sites.web.SiteClient;
import sluice.local.sites.web.SiteServer;

class BoardRoutesTest {
  private final Board board = GeneratedBoard.of(7, 120, LocalDate.of(2026, 3, 1));
  private final SiteServer server = SiteServer.bind(0, new FaultPlan());
  private final SiteClient client;

  BoardRoutesTest() {
    new BoardRoutes(board).addTo(server);
    client = new SiteClient(server.open().address());
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void thePageItselfHoldsNoAdvert() throws IOException {
    String page = client.read("/devitjobs/jobs/Data/all").body();
    assertThat(page).contains("/devitjobs/board.js").doesNotContain("joblist-container").doesNotContain(board.adverts().getFirst().company());
    assertThat(client.read("/devitjobs/board.js").body()).contains("joblist-container");
  }

  @Test
  void chunksAreFiftyAtMostAndStateTheTotal() throws IOException {
    JsonNode chunk = chunk("from=100&count=500");
    assertThat(chunk.path("total").asInt()).isEqualTo(120);
    assertThat(chunk.path("jobs")).hasSize(20);
    assertThat(chunk("from=0&count=500").path("jobs")).hasSize(50);
    assertThat(chunk("from=500&count=50").path("jobs")).isEmpty();
  }

  @Test
  void aCardLeavesOutWhatTheAdvertLacks() throws IOException {
    for (JsonNode job : chunk("from=0&count=50").path("jobs")) {
      assertThat(job.properties()).noneMatch(field -> field.getValue().isNull());
    }
  }

  @Test
  void aChunkWithoutAPlaceIsRefused() throws IOException {
    assertThat(client.read("/devitjobs/api/jobs?from=x&count=1").body()).isEqualTo("{\"error\":\"from: expected a whole number, found \\\"x\\\"\"}");
  }

  private JsonNode chunk(String query) throws IOException {
    return Json.MAPPER.readTree(client.read("/devitjobs/api/jobs?" + query).body());
  }
}
