package sluice.local.sites.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sluice.local.sites.web.FaultPlan;
import sluice.local.sites.web.Json;
import sluice.local.sites.web.SiteClient;
import sluice.local.sites.web.SiteServer;

class SearchRouteTest {
  private static final String SEARCH = "/nofluffjobs/api/search/posting?";
  private static final String GOOD = "salaryCurrency=PLN&salaryPeriod=month&region=pl&limit=50&offset=0";
  private static final String BODY = "{\"rawSearch\":\"data engineering\"}";
  private static final String[] JSON = {"Accept", "application/json", "Content-Type", "application/json; charset=utf-8"};

  private final SiteServer server = SiteServer.bind(0, new FaultPlan());
  private final SiteClient client;

  SearchRouteTest() {
    new SearchRoute(new Postings(IntStream.range(0, 94).mapToObj(i -> "{\"id\":\"posting-" + i + "\"}").toList())).addTo(server);
    client = new SiteClient(server.open().address());
  }

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  @Test
  void pagesByOffsetAndStatesTheTotalEachTime() throws IOException {
    JsonNode first = page(GOOD);
    JsonNode second = page(GOOD.replace("offset=0", "offset=50"));
    assertThat(first.path("postings")).hasSize(50);
    assertThat(second.path("postings")).hasSize(44);
    assertThat(second.path("postings").path(0).path("id").asText()).isEqualTo("posting-50");
    assertThat(List.of(first.path("totalCount").asInt(), second.path("totalCount").asInt())).containsOnly(94);
    assertThat(second.path("totalPages").asInt()).isEqualTo(2);
    assertThat(second.path("params")).hasToString("{\"pageSize\":50,\"page\":2}");
    assertThat(second.path("rawSearch").asText()).isEqualTo("data engineering");
  }

  @Test
  void behindTheLastPageThereIsAnEmptyOne() throws IOException {
    assertThat(page(GOOD.replace("offset=0", "offset=100")).path("postings")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "salaryCurrency=PLN | salaryCurrency=USD | parameter salaryCurrency: expected PLN, found USD",
      "salaryPeriod=month | salaryPeriod=hour  | parameter salaryPeriod: expected month, found hour",
      "region=pl          | area=pl            | parameter region: expected pl, found nothing",
      "limit=50           | limit=500          | parameter limit: expected 1 to 100, found 500",
      "limit=50           | limit=-1           | parameter limit: expected a whole number, found -1",
      "offset=0           | page=1             | parameter offset: expected a whole number, found nothing",
  })
  void refusesAnotherQueryAndSaysWhy(String part, String instead, String reason) throws IOException {
    assertRefused(client.post(SEARCH + GOOD.replace(part, instead), BODY, JSON), reason);
  }

  @Test
  void refusesAnotherRequestAndSaysWhy() throws IOException {
    assertRefused(client.read(SEARCH + GOOD), "method: expected POST, found GET");
    assertRefused(client.post(SEARCH + GOOD, BODY, "Accept", "*/*"), "header Accept: expected application/json, found */*");
    assertRefused(client.post(SEARCH + GOOD, BODY, "Accept", "application/json", "Content-Type", "text/plain"),
        "header Content-Type: expected application/json, found text/plain");
    assertRefused(client.post(SEARCH + GOOD, "{\"search\":\"x\"}", JSON),
        "body: expected {\"rawSearch\": \"what to look for\"}, found {\"search\":\"x\"}");
    assertRefused(client.post(SEARCH + GOOD, "", JSON), "body: expected {\"rawSearch\": \"what to look for\"}, found nothing");
    assertThat(client.post(SEARCH + GOOD, "{rawSearch", JSON).body()).contains("body: expected JSON, found: ");
  }

  private JsonNode page(String query) throws IOException {
    HttpResponse<String> answer = client.post(SEARCH + query, BODY, JSON);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Json.MAPPER.readTree(answer.body());
  }

  private static void assertRefused(HttpResponse<String> answer, String reason) throws IOException {
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Json.MAPPER.readTree(answer.body()).path("error").asText()).isEqualTo(reason);
  }
}
