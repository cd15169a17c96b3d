package sluice.extractors.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import sluice.extractors.kit.http.Endpoint;

class KitEnvironmentTest {
  @BeforeAll
  static void giveTheClientsARegion() {
    // The AWS clients take it from the process, which in a test is nobody's Lambda.
    System.setProperty("aws.region", "eu-central-1");
  }

  @Test
  void aDeployedFunctionTalksToTheLiveSiteOnly() {
    KitEnvironment environment = KitEnvironment.ofFunction(Map.of("SLUICE_RAW_BUCKET", "sluice-raw"));
    assertThat(environment.rawBucket()).isEqualTo("sluice-raw");
    assertThat(environment.baseUrl()).isEmpty();
    assertThat(environment.insiders()).isEmpty();
    assertThat(environment.temporary()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir"), "sluice-extract"));
  }

  @Test
  void theLocalWorldNamesItsSiteByVariablesOnly() {
    KitEnvironment environment = KitEnvironment.ofFunction(Map.of(
        "SLUICE_RAW_BUCKET", "sluice-raw", "SLUICE_BASE_URL", "http://127.0.0.1:8091/", "SLUICE_EGRESS_ALLOW", "127.0.0.1:8091"));
    assertThat(environment.baseUrl()).contains("http://127.0.0.1:8091/");
    assertThat(environment.insiders()).containsExactly(new Endpoint("127.0.0.1", 8091));
  }

  @Test
  void aMissingBucketIsNamedByItsVariable() {
    assertThatThrownBy(() -> KitEnvironment.ofFunction(Map.of()))
        .isInstanceOf(IllegalStateException.class).hasMessage("no bucket for zone raw: expected its name in SLUICE_RAW_BUCKET");
  }
}
