package sluice.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BucketsTest {
  @Test
  void zonesAreNamedTheSameInKeysBucketsAndVariables() {
    assertThat(Zone.values()).extracting(Zone::word).containsExactly(
        "landing", "raw", "validated", "quarantine", "curated", "dq-results", "replay", "athena-results");
    assertThat(Zone.DQ_RESULTS.prefix()).isEqualTo("dq-results/");
    assertThat(Zone.ATHENA_RESULTS.bucketVariable()).isEqualTo("SLUICE_ATHENA_RESULTS_BUCKET");
  }

  @Test
  void takesTheZonesItWasGivenFromTheEnvironment() {
    Buckets buckets = Buckets.fromEnvironment(
        Map.of("SLUICE_RAW_BUCKET", "sluice-raw", "SLUICE_DQ_RESULTS_BUCKET", "results", "SLUICE_CURATED_BUCKET", " "));
    assertThat(buckets.names()).containsOnly(Map.entry(Zone.RAW, "sluice-raw"), Map.entry(Zone.DQ_RESULTS, "results"));
    assertThat(buckets.of(Zone.RAW)).isEqualTo("sluice-raw");
  }

  @Test
  void namesTheVariableThatIsMissing() {
    Buckets none = Buckets.fromEnvironment(Map.of());
    assertThatThrownBy(() -> none.of(Zone.DQ_RESULTS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no bucket for zone dq-results: expected its name in SLUICE_DQ_RESULTS_BUCKET");
  }
}
