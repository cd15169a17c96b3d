package sluice.local.sites.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import sluice.local.sites.search.Postings;
import sluice.local.sites.web.Json;

class GeneratedPostingsTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
  private final Postings postings = GeneratedPostings.of(7, 450, TODAY);
  private final List<JsonNode> rows = new ArrayList<>();

  GeneratedPostingsTest() throws JsonProcessingException {
    for (String row : postings.rows()) {
      rows.add(Json.MAPPER.readTree(row));
    }
  }

  @Test
  void theSameSeedGivesTheSamePostings() {
    assertThat(GeneratedPostings.of(7, 450, TODAY)).isEqualTo(postings);
    assertThat(GeneratedPostings.of(8, 450, TODAY)).isNotEqualTo(postings);
  }

  @Test
  void everyPostingHasWhatAllPostingsHave() {
    assertThat(rows).hasSize(450).allMatch(row -> List.of("id", "name", "title", "url", "reference", "category", "posted", "location", "salary",
        "seniority", "regions", "tiles").stream().allMatch(row::has));
  }

  @Test
  void showsEveryOdditySomewhereButNotOften() {
    for (Predicate<JsonNode> oddity : List.<Predicate<JsonNode>>of(
        row -> !row.has("technology"),
        row -> !row.has("renewed"),
        row -> !row.path("salary").has("from") && !row.path("salary").path("disclosedAt").asText().equals("VISIBLE"),
        row -> row.path("salary").path("currency").asText().equals("USD"),
        row -> row.path("id").asText().chars().anyMatch(c -> c > 127))) {
      assertThat(rows.stream().filter(oddity).count()).isBetween(1L, 150L);
    }
    assertThat(rows).anyMatch(row -> row.at("/location/places/0/city").asText().equals("Remote") && !row.at("/location/places/0").has("country"));
    assertThat(rows).noneMatch(row -> row.path("fullyRemote").asBoolean());
  }

  @Test
  void aDisclosedSalaryIsAMonthlyRange() {
    assertThat(rows).filteredOn(row -> row.path("salary").has("from")).allSatisfy(row -> {
      JsonNode salary = row.path("salary");
      assertThat(salary.path("to").asInt()).isGreaterThanOrEqualTo(salary.path("from").asInt());
      assertThat(salary.path("from").asInt()).isBetween(900, 40_000);
    });
  }

  @Test
  void aPostingFoundAgainHasBeenRenewedSince() {
    Map<String, Long> renewed = new LinkedHashMap<>();
    for (JsonNode row : rows) {
      long at = row.path("renewed").asLong(row.path("posted").asLong());
      Long before = renewed.put(row.path("id").asText(), at);
      assertThat(before == null || before <= at).isTrue();
    }
    assertThat(rows.size() - renewed.size()).isBetween(5, 60);
  }
}
