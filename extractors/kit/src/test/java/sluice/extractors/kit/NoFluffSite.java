package sluice.extractors.kit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import sluice.extractors.kit.http.ScriptedSite;
import sluice.lake.json.Json;

/** Serves postings in pages, as the search of nofluffjobs does. */
final class NoFluffSite {
  private NoFluffSite() {}

  static ScriptedSite serving(List<String> postings) {
    return ScriptedSite.answering(request -> {
      int offset = Integer.parseInt(request.query("offset"));
      int end = Math.min(postings.size(), offset + Integer.parseInt(request.query("limit")));
      return ScriptedSite.json("{\n \"criteriaSearch\": {\"city\": []},\n \"postings\": [\n"
          + String.join(",\n", postings.subList(offset, end)) + "],\n \"totalCount\": " + postings.size() + "}");
    });
  }

  /** All postings of all recorded answers, pretty-printed as they were recorded. */
  static List<String> recorded(Path folder) throws IOException {
    List<String> postings = new ArrayList<>();
    List<Path> bodies;
    try (Stream<Path> files = Files.list(folder)) {
      bodies = files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
    }
    for (Path body : bodies) {
      for (JsonNode posting : Json.MAPPER.readTree(body.toFile()).get("postings")) {
        postings.add(posting.toPrettyString());
      }
    }
    return postings;
  }
}
