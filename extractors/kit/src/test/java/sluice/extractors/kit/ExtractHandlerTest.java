package sluice.extractors.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sluice.extractors.kit.http.EgressRefusedException;
import sluice.extractors.kit.http.ScriptedSite;
import sluice.extractors.kit.secret.Secrets;
import sluice.lake.json.Json;
import sluice.lake.lambda.BadEventException;

/** The function with the project's own source.yml and contracts, against a site that serves pages as nofluffjobs does. */
@Timeout(60)
class ExtractHandlerTest {
  private static final int AMPLE = 900_000;
  private static final int ONLY_THE_RESERVE = 30_000;
  private static final Secrets NO_SECRETS = name -> {
    throw new AssertionError("secret " + name + " was read");
  };

  @TempDir Path folder;

  @Test
  void aPureYamlSourceIsReadIntoTheRawZone() throws IOException {
    KitWorld world = new KitWorld(folder);
    try (ScriptedSite site = NoFluffSite.serving(postings(120))) {
      String answer = KitWorld.call(function(world, site), event("nofluffjobs", 0), AMPLE);

      assertThat(answer).isEqualTo("{\"source\":\"nofluffjobs\",\"status\":\"complete\",\"leg\":0,\"rows\":120,\"statedTotal\":120,"
          + "\"manifest\":\"raw/nofluffjobs/ingest_date=2026-11-21/run_id=run-7/_manifest.json\",\"parts\":1}");
      List<Map<String, String>> rows = world.rows("raw/nofluffjobs/ingest_date=2026-11-21/run_id=run-7/_manifest.json");
      assertThat(rows).hasSize(120);
      assertThat(rows.get(7)).isEqualTo(Map.of(
          "id", "job-7", "name", "Żółw & Synowie", "title", "Data Engineer", "posted", "1733217325298", "seniority", "[\"Mid\",\"Senior\"]",
          "fully_remote", "false", "salary", "{\"from\":13000.0,\"currency\":\"PLN\"}", "requested_salary_currency", "PLN",
          "requested_salary_period", "month", "_unlisted", "{\"topInSearch\":true,\"logo\":{\"original\":\"l/7.png\"}}"));
      assertThat(site.requests()).extracting(ScriptedSite.Request::target).containsExactly(
          "/nofluffjobs/api/search/posting?salaryCurrency=PLN&salaryPeriod=month&region=pl&limit=50&offset=0",
          "/nofluffjobs/api/search/posting?salaryCurrency=PLN&salaryPeriod=month&region=pl&limit=50&offset=50",
          "/nofluffjobs/api/search/posting?salaryCurrency=PLN&salaryPeriod=month&region=pl&limit=50&offset=100");
      assertThat(site.requests().getFirst().body()).isEqualTo("{\"rawSearch\":\"data engineering\"}");
      assertThat(world.events.toString(StandardCharsets.UTF_8)).contains("\"event\":\"page_read\",\"runId\":\"run-7\",\"dataset\":\"nofluffjobs\",\"leg\":0,\"page\":1,\"rows\":50,\"of\":120");
    }
  }

  @Test
  void theWorkflowIsAskedToContinueAndEveryLegGoesOn() throws IOException {
    KitWorld world = new KitWorld(folder);
    try (ScriptedSite site = NoFluffSite.serving(postings(120))) {
      ExtractHandler function = function(world, site);
      assertThat(KitWorld.call(function, event("nofluffjobs", 0), ONLY_THE_RESERVE))
          .isEqualTo("{\"source\":\"nofluffjobs\",\"status\":\"continue\",\"leg\":0,\"rows\":50,\"statedTotal\":120,\"parts\":1}");
      assertThat(KitWorld.call(function, event("nofluffjobs", 1), ONLY_THE_RESERVE)).contains("\"continue\",\"leg\":1,\"rows\":100");
      JsonNode last = Json.MAPPER.readTree(KitWorld.call(function, event("nofluffjobs", 2), ONLY_THE_RESERVE));
      assertThat(last.get("status").asText()).isEqualTo("complete");
      assertThat(last.get("parts").asInt()).isEqualTo(3);
      assertThat(world.rows(last.get("manifest").asText())).extracting(row -> row.get("id"))
          .isEqualTo(IntStream.range(0, 120).mapToObj(i -> "job-" + i).toList());
      assertThat(site.requests()).hasSize(3);
    }
  }

  @Test
  void theRecordedAnswersAreReadToTheLastPosting() throws IOException {
    List<String> postings = NoFluffSite.recorded(RecordedData.folder("nofluffjobs/api_search"));
    KitWorld world = new KitWorld(folder);
    try (ScriptedSite site = NoFluffSite.serving(postings)) {
      KitWorld.call(function(world, site), event("nofluffjobs", 0), AMPLE);
    }
    List<Map<String, String>> rows = world.rows("raw/nofluffjobs/ingest_date=2026-11-21/run_id=run-7/_manifest.json");
    assertThat(rows).hasSize(94);
    assertThat(rows.stream().map(row -> row.get("id")).distinct()).hasSize(86);
    for (int i = 0; i < rows.size(); i++) {
      assertSame(rows.get(i), Json.MAPPER.readTree(postings.get(i)));
    }
  }

  /** Every field of the posting is there once, in its column or among the unlisted ones, with the same meaning. */
  private static void assertSame(Map<String, String> row, JsonNode posting) throws IOException {
    JsonNode unlisted = row.containsKey("_unlisted") ? Json.MAPPER.readTree(row.get("_unlisted")) : Json.MAPPER.createObjectNode();
    int found = unlisted.size();
    for (Map.Entry<String, JsonNode> field : posting.properties()) {
      String column = field.getKey().equals("fullyRemote") ? "fully_remote" : field.getKey();
      if (unlisted.has(field.getKey())) {
        assertThat(unlisted.get(field.getKey())).isEqualTo(field.getValue());
      } else {
        String text = row.get(column);
        assertThat(field.getValue().isContainerNode() ? Json.MAPPER.readTree(text) : text)
            .as(column).isEqualTo(field.getValue().isContainerNode() ? field.getValue() : field.getValue().asText());
        found++;
      }
    }
    assertThat(found).isEqualTo(posting.size());
  }

  @Test
  void aSiteThatIsDownKeepsTheClassNameThatTheWorkflowCatches() {
    KitWorld world = new KitWorld(folder);
    try (ScriptedSite site = ScriptedSite.replying(ScriptedSite.reply(502, "bad gateway"))) {
      assertThatThrownBy(() -> KitWorld.call(function(world, site), event("nofluffjobs", 0), AMPLE))
          .isExactlyInstanceOf(SourceUnavailableException.class)
          .hasMessage("S101 page 1 of POST search/posting answered 502; it says: bad gateway; tried 4 times, waited 1 s, 2 s, 4 s");
      assertThat(world.events.toString(StandardCharsets.UTF_8)).contains("\"event\":\"request_retried\"").doesNotContain("bad gateway");
    }
    assertThat(SourceUnavailableException.class.getName()).isEqualTo("sluice.extractors.kit.SourceUnavailableException");
    assertThat(SourceChangedException.class.getName()).isEqualTo("sluice.extractors.kit.SourceChangedException");
    assertThat(LimitExceededException.class.getName()).isEqualTo("sluice.extractors.kit.LimitExceededException");
  }

  @Test
  void aPrivatePlaceThatNobodyAllowedIsRefused() {
    KitWorld world = new KitWorld(folder);
    try (ScriptedSite site = NoFluffSite.serving(postings(1))) {
      ExtractHandler function = new ExtractHandler(world.environment(site.uri("/").toString(), Set.of(), NO_SECRETS));
      assertThatThrownBy(() -> KitWorld.call(function, event("nofluffjobs", 0), AMPLE))
          .isInstanceOf(EgressRefusedException.class).hasMessageEndingWith(" is refused: expected https, found http");
      assertThat(site.requests()).isEmpty();
    }
  }

  @Test
  void aDatabaseSourceReadsItsSecretAndSaysWhatIsMissingInIt() {
    KitWorld world = new KitWorld(folder);
    ExtractHandler function = new ExtractHandler(world.environment(null, Set.of(), name -> Map.of("host", "h", "user", "u")));
    assertThatThrownBy(() -> KitWorld.call(function, event("currency_rates", 0), AMPLE))
        .isInstanceOf(SourceChangedException.class)
        .hasMessage("S303 secret sluice/currency_rates has no key \"dbname\" (found: host, user)");
  }

  @Test
  void whatIsNoExtractEventIsRefused() {
    ExtractHandler function = new ExtractHandler(new KitWorld(folder).environment(null, Set.of(), NO_SECRETS));
    assertThatThrownBy(() -> KitWorld.call(function, "{\"source\":\"nofluffjobs\"}", AMPLE))
        .isInstanceOf(BadEventException.class).hasMessageContaining("expected runId, found nothing");
    assertThatThrownBy(() -> KitWorld.call(function, event("nofluffjobs", -1), AMPLE))
        .isInstanceOf(BadEventException.class).hasMessageContaining("expected leg 0 or more, found -1");
    assertThatThrownBy(() -> KitWorld.call(function, event("../etc", 0), AMPLE)).isInstanceOf(BadEventException.class);
    assertThatThrownBy(() -> KitWorld.call(function, event("unheard_of", 0), AMPLE))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no source unheard_of");
  }

  @Test
  void aBrowserSourceBelongsToAnotherFunction() {
    ExtractHandler function = new ExtractHandler(new KitWorld(folder).environment(null, Set.of(), NO_SECRETS));
    assertThatThrownBy(() -> KitWorld.call(function, event("devitjobs", 0), AMPLE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("source devitjobs is of kind browser and has a function of its own; this one reads rest and jdbc");
  }

  @Test
  void aLegMayBeLeftOutOfTheEvent() throws IOException {
    KitWorld world = new KitWorld(folder);
    try (ScriptedSite site = NoFluffSite.serving(postings(1))) {
      String event = event("nofluffjobs", 0).replace(",\"leg\":0", "");
      assertThat(KitWorld.call(function(world, site), event, AMPLE)).contains("\"leg\":0,\"rows\":1");
    }
  }

  private ExtractHandler function(KitWorld world, ScriptedSite site) {
    return new ExtractHandler(world.environment(site.uri("/nofluffjobs/api").toString(), Set.of(site.endpoint()), NO_SECRETS));
  }

  private static String event(String source, int leg) {
    return "{\"source\":\"" + source + "\",\"runId\":\"run-7\",\"ingestDate\":\"2026-11-21\",\"startedAt\":\"2026-11-21T09:14:02.123Z\",\"leg\":" + leg + "}";
  }

  private static List<String> postings(int count) {
    return IntStream.range(0, count).mapToObj(i -> """
        {"id": "job-%d", "name": "Żółw & Synowie", "title": "Data Engineer", "posted": 1733217325298, "topInSearch": true,
         "seniority": ["Mid", "Senior"], "fullyRemote": false, "renewed": null, "logo": {"original": "l/%d.png"},
         "salary": {"from": 13000.0, "currency": "PLN"}}""".formatted(i, i)).toList();
  }
}
