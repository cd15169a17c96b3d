package sluice.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CauseTextTest {
  @Test
  void takesAFunctionsOwnMessage() {
    assertThat(CauseText.of("{\"errorMessage\":\"no total\",\"errorType\":\"sluice.X\",\"stackTrace\":[\"a\"]}")).isEqualTo("no total");
  }

  @Test
  void namesTheBuildsBrokenPhaseAndItsLog() {
    assertThat(CauseText.of("{\"Build\":{\"Id\":\"sluice-dbt:1\",\"BuildStatus\":\"FAILED\",\"Phases\":["
        + "{\"PhaseType\":\"INSTALL\",\"PhaseStatus\":\"SUCCEEDED\"},{\"PhaseType\":\"BUILD\",\"PhaseStatus\":\"FAILED\","
        + "\"Contexts\":[{\"Message\":\"exit status 1\"}]}],\"Logs\":{\"DeepLink\":\"https://logs\"}}}"))
        .isEqualTo("build sluice-dbt:1 FAILED; phase BUILD: exit status 1; log: https://logs");
  }

  @Test
  void knowsABuildWithoutAWrapperOrDetails() {
    assertThat(CauseText.of("{\"BuildStatus\":\"STOPPED\"}")).isEqualTo("build ? STOPPED");
    assertThat(CauseText.of("{\"BuildStatus\":\"FAILED\",\"Phases\":[{\"PhaseType\":\"BUILD\",\"PhaseStatus\":\"TIMED_OUT\"}]}"))
        .isEqualTo("build ? FAILED; phase BUILD");
  }

  @Test
  void takesAnythingElseAsItIs() {
    assertThat(CauseText.of(" connection reset ")).isEqualTo("connection reset");
    assertThat(CauseText.of("{\"other\":1}")).isEqualTo("{\"other\":1}");
    assertThat(CauseText.of("{broken")).isEqualTo("{broken");
  }

  @Test
  void saysWhenThereIsNoCause() {
    assertThat(CauseText.of(null)).isEqualTo("no cause was given");
    assertThat(CauseText.of(" ")).isEqualTo("no cause was given");
  }

  @Test
  void cutsWhatNobodyWouldRead() {
    assertThat(CauseText.of("x".repeat(5_000))).hasSize(1_001).endsWith("x…");
  }
}
