package sluice.local.sites.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import sluice.local.sites.web.Json;

/** The postings that the search finds, in its order; each is kept as the JSON text that will be sent. */
public record Postings(List<String> rows) {
  public Postings {
    rows = List.copyOf(rows);
  }

  /** All postings of recorded answers, one answer after the other. */
  public static Postings ofAnswers(List<JsonNode> answers) {
    List<String> rows = new ArrayList<>();
    for (JsonNode answer : answers) {
      answer.path("postings").forEach(posting -> rows.add(Json.write(posting)));
    }
    return new Postings(rows);
  }

  List<String> page(int offset, int limit) {
    int start = Math.min(offset, rows.size());
    return rows.subList(start, Math.min(rows.size(), start + limit));
  }
}
