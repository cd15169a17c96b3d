package sluice.statemachine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A world in which everything goes well, except where a test says otherwise. */
final class Script implements Function<TaskCall, Answer> {
  private final Map<String, Function<TaskCall, Answer>> always = new HashMap<>();
  private final Map<String, Deque<Answer>> first = new HashMap<>();
  private final StubCrawler crawler = new StubCrawler();

  /** What the state's task answers from now on; null keeps the good answer. */
  Script when(String state, Function<TaskCall, Answer> answer) {
    always.put(state, answer);
    return this;
  }

  /** What the state's task answers to its first call, after which the good answers come; may be said several times. */
  synchronized Script first(String state, Answer answer) {
    first.computeIfAbsent(state, key -> new ArrayDeque<>()).add(answer);
    return this;
  }

  StubCrawler crawler() {
    return crawler;
  }

  @Override
  public synchronized Answer apply(TaskCall call) {
    Deque<Answer> queued = first.getOrDefault(call.state(), new ArrayDeque<>());
    if (!queued.isEmpty()) {
      return queued.removeFirst();
    }
    Answer said = always.getOrDefault(call.state(), other -> null).apply(call);
    return said == null ? good(call) : said;
  }

  private Answer good(TaskCall call) {
    JsonNode in = call.payload();
    return switch (call.state()) {
      case "Extract every source", "Gate every dataset" -> Answer.result(Map.of());
      case "Check the rules" -> Answer.payload(Map.of("checked", 7));
      case "Receive the batch" -> received("orders");
      case "Extract the source" -> extracted(in, "complete", 1);
      case "Validate the dataset" -> judged(in, 10, 0, 0);
      case "Look at the crawler", "Ask how the crawl goes" -> crawler.look();
      case "Start the crawl" -> crawler.start();
      case "Prepare the build" -> Answer.payload(Map.of("slot", "green", "database", "sluice_green"));
      case "Build the marts" -> Answer.result(Map.of("Build", Map.of("BuildStatus", "SUCCEEDED")));
      case "Check the quality" -> Answer.payload(Map.of("checked", 7, "passed", 7, "failed", 0, "warned", 0, "failures", List.of()));
      case "Publish the marts" ->
          Answer.payload(Map.of("marts", Map.of("job_postings", 361), "publishedAt", "2026-11-21T06:00:30Z"));
      case "Record the run" -> recorded(in);
      case "Announce the marts" -> Answer.result(Map.of("FailedEntryCount", 0));
      case "Send the notice" -> Answer.result(Map.of("MessageId", "1"));
      default -> throw new AssertionError("no answer for " + call);
    };
  }

  static Answer extracted(JsonNode in, String status, int parts) {
    String source = in.path("source").asText();
    return Answer.payload(Map.of("source", source, "status", status, "leg", in.path("leg").asInt(), "rows", 10 * parts,
        "manifest", "raw/" + source + "/_manifest.json", "parts", parts));
  }

  static Answer received(String... datasets) {
    return Answer.payload(Map.of("missing", List.of(), "manifests", java.util.Arrays.stream(datasets)
        .map(dataset -> Map.of("source", dataset, "manifest", "raw/" + dataset + "/_manifest.json", "parts", 1, "ingestDate", "2026-11-21")).toList()));
  }

  /** The gate has judged all objects of the dataset. */
  static Answer judged(JsonNode in, int accepted, int quarantined, int duplicates, String... refusals) {
    return gate(in, "done", accepted, quarantined, duplicates, List.of(refusals));
  }

  /** The gate ran out of time behind its first object. */
  static Answer unfinished(JsonNode in, int accepted) {
    return gate(in, "continue", accepted, 0, 0, List.of());
  }

  private static Answer gate(JsonNode in, String status, int accepted, int quarantined, int duplicates, List<String> refusals) {
    JsonNode before = in.path("counts");
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("read", before.path("read").asInt() + accepted + quarantined + duplicates);
    counts.put("accepted", before.path("accepted").asInt() + accepted);
    counts.put("quarantined", before.path("quarantined").asInt() + quarantined);
    counts.put("duplicates", before.path("duplicates").asInt() + duplicates);
    return Answer.payload(Map.of("status", status, "from", in.path("from").asInt() + 1, "refusals", refusals, "counts", counts,
        "dates", accepted + duplicates > 0 ? List.of("2026-11-21") : List.of()));
  }

  private static Answer recorded(JsonNode in) {
    String status = in.has("failure") ? "FAILED" : in.path("optionalFailed").isEmpty() ? "SUCCEEDED" : "PARTIAL";
    return Answer.payload(Map.of("status", status, "notice", Map.of("subject", status + " sluice", "message", "more"),
        "record", Map.of("status", status)));
  }
}
