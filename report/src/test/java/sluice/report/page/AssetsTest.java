package sluice.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssetsTest {
  @Test
  void theScriptIsSmall() {
    assertThat(Assets.SCRIPT.length()).isBetween(500, 6_000);
  }

  @Test
  void thePolicyLetsInNothingButOurOwnTwo() {
    assertThat(Assets.policy()).matches("default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; script-src 'sha256-[A-Za-z0-9+/=]{44}'; "
        + "img-src data:; base-uri 'none'; form-action 'none'");
  }

  @Test
  void neitherFetchesNorWritesMarkup() {
    assertThat(Assets.SCRIPT).doesNotContain("innerHTML", "eval(", "fetch(", "import(", "</");
    assertThat(Assets.STYLE).doesNotContain("@import", "url(", "http", "</");
  }
}
