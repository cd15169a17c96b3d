package sluice.validator.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import sluice.lake.DatasetName;
import sluice.lake.contract.Column;
import sluice.lake.contract.Contract;
import sluice.lake.contract.Drift;
import sluice.lake.contract.Format;
import sluice.lake.contract.Load;
import sluice.lake.contract.LogicalType;
import sluice.lake.contract.Pii;
import sluice.lake.contract.Quality;
import sluice.lake.json.Json;
import sluice.validator.file.unique.Seen;

/** Judges a file of made-up events once and prints what it took; for {@code bench/gate_csv.py}. */
final class EventsBench {
  private static final List<String> TYPES = List.of("PushEvent", "PullRequestEvent", "IssuesEvent", "WatchEvent", "ForkEvent", "CreateEvent",
      "DeleteEvent", "ReleaseEvent");
  private static final List<String> COUNTRIES = List.of("PL", "DE", "FR", "US", "GB", "IN", "BR", "NL", "SE", "CZ");

  private EventsBench() {}

  /** Arguments: the file, a folder for the outputs, megabytes for uniqueness, and {@code check} to compare with the list of poison. */
  public static void main(String[] arguments) throws Exception {
    Path file = Path.of(arguments[0]);
    Path out = Files.createDirectories(Path.of(arguments[1]));
    Limits limits = Limits.STANDARD.withMemoryForUniqueness(Long.parseLong(arguments[2]) << 20);
    Origin origin = new Origin("bench", Instant.EPOCH, "file:" + file, "1");
    Input input = new Input(file, String.valueOf(file.getFileName()), origin, Input.Maker.PRODUCER);
    Outputs outputs = new Outputs(out.resolve("accepted.parquet"), out.resolve("refused.parquet"), out.resolve("fingerprints"));
    long begin = System.nanoTime();
    Judgement judgement = new FileGate(out, limits).judge(input, contract(input.name()), Seen.NONE, outputs);
    double seconds = (System.nanoTime() - begin) / 1e9;
    Judgement.RowsJudged judged = (Judgement.RowsJudged) judgement;
    Map<String, Object> said = new LinkedHashMap<>(Map.of("seconds", seconds));
    said.put("read", judged.read());
    said.put("accepted", judged.accepted());
    said.put("quarantined", judged.quarantined());
    said.put("duplicates", judged.duplicates());
    said.put("peakHeapBytes", Heap.peakBytes());
    if (List.of(arguments).contains("check")) {
      said.put("difference", new PoisonList(Path.of(file + ".poison.csv")).difference(judged, outputs));
    }
    System.out.println(Json.MAPPER.writeValueAsString(said));
  }

  static Contract contract(String name) {
    Format format = name.contains(".jsonl") ? new Format.JsonLines() : Format.Csv.STANDARD;
    return new Contract(new DatasetName("events"), 1, "Made-up events. One row per event.", "bench", Load.APPEND, List.of("event_id"),
        format, Drift.STANDARD, Optional.empty(), Quality.NONE, Stream.of(
            column("event_id", "string", false), column("event_time", "timestamp", false),
            column("event_type", "string", false, TYPES), column("user_login", "string", false), column("repo_name", "string", true),
            column("actor_id", "long", true), column("amount", "decimal(12,2)", true), column("country", "string", true, COUNTRIES),
            new Column("email", "email", LogicalType.STRING, true, true, List.of(), Optional.of("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"), Pii.KEEP, ""),
            column("note", "string", true)).toList());
  }

  private static Column column(String name, String type, boolean nullable) {
    return column(name, type, nullable, List.of());
  }

  private static Column column(String name, String type, boolean nullable, List<String> allowed) {
    return new Column(name, name, LogicalType.parse(type), true, nullable, allowed, Optional.empty(), Pii.KEEP, "");
  }
}
