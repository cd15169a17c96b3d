package sluice.lake.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EmfTest {
  @Test
  void writesTheEmbeddedMetricFormatInOneLine() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Emf emf = new Emf(new PrintStream(out, true, StandardCharsets.UTF_8),
        Clock.fixed(Instant.parse("2026-11-21T09:14:00Z"), ZoneOffset.UTC));
    emf.counted(new TreeMap<>(Map.of("dataset", "orders")), new TreeMap<>(Map.of("DQFailed", 1L, "DQPassed", 7L)));
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("{\"_aws\":{\"Timestamp\":1795252440000,\"CloudWatchMetrics\":["
        + "{\"Namespace\":\"Sluice\",\"Dimensions\":[[\"dataset\"]],\"Metrics\":[{\"Name\":\"DQFailed\",\"Unit\":\"Count\"},"
        + "{\"Name\":\"DQPassed\",\"Unit\":\"Count\"}]}]},\"dataset\":\"orders\",\"DQFailed\":1,\"DQPassed\":7}" + System.lineSeparator());
  }

  @Test
  void tellsAMetricApartByTheFirstDimensionAloneAndByAllOfThem() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Emf(new PrintStream(out, true, StandardCharsets.UTF_8), Clock.systemUTC())
        .counted(new TreeMap<>(Map.of("dataset", "orders", "source", "landing")), new TreeMap<>(Map.of("Quarantined", 2L)));
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"Dimensions\":[[\"dataset\"],[\"dataset\",\"source\"]]", "\"source\":\"landing\"");
  }
}
