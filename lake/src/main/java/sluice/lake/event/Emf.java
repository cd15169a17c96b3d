package sluice.lake.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import sluice.lake.json.Json;

/**
 * Counts that CloudWatch makes metrics of, written as lines of its embedded metric format: a function needs no call and no
 * permission for them.
 */
public final class Emf {
  /** What all metrics of Sluice stand under. */
  public static final String NAMESPACE = "Sluice";

  private final PrintStream out;
  private final Clock clock;

  public Emf(PrintStream out, Clock clock) {
    this.out = Objects.requireNonNull(out);
    this.clock = Objects.requireNonNull(clock);
  }

  /**
   * One line for counts that belong together.
   *
   * @param dimensions names and values that the metrics are told apart by, the widest first: {@code dataset} and then
   *     {@code source} gives a metric of each dataset and one of each of its sources. Every combination of values is a metric
   *     that costs, so never a run's id
   */
  public void counted(SequencedMap<String, String> dimensions, SequencedMap<String, Long> counts) {
    List<Metric> metrics = counts.keySet().stream().map(name -> new Metric(name, "Count")).toList();
    Directive directive = new Directive(NAMESPACE, sets(List.copyOf(dimensions.keySet())), metrics);
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("_aws", new About(clock.millis(), List.of(directive)));
    line.putAll(dimensions);
    line.putAll(counts);
    try {
      // One println call: lines of several threads must not run into one another.
      out.println(Json.MAPPER.writeValueAsString(line));
    } catch (JsonProcessingException textAndNumbersAlwaysAre) {
      throw new IllegalArgumentException("metrics that cannot be JSON: " + counts.keySet(), textAndNumbersAlwaysAre);
    }
  }

  private static List<List<String>> sets(List<String> names) {
    return IntStream.rangeClosed(1, names.size()).mapToObj(length -> names.subList(0, length)).toList();
  }

  // The format's own words.

  private record About(@JsonProperty("Timestamp") long timestamp, @JsonProperty("CloudWatchMetrics") List<Directive> metrics) {}

  private record Directive(
      @JsonProperty("Namespace") String namespace,
      @JsonProperty("Dimensions") List<List<String>> dimensions,
      @JsonProperty("Metrics") List<Metric> metrics) {}

  private record Metric(@JsonProperty("Name") String name, @JsonProperty("Unit") String unit) {}
}
