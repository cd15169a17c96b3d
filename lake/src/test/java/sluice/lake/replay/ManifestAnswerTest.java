package sluice.lake.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ManifestAnswerTest {
  private static final String MANIFEST = "manifests/fix.json";

  @Test
  void standsBesideItsManifest() {
    assertThat(ManifestAnswer.PLAN.key(MANIFEST)).isEqualTo("manifests/fix.plan.json");
    assertThat(ManifestAnswer.SUMMARY.key(MANIFEST, "replay-fix-2")).isEqualTo("manifests/fix.replay-fix-2.summary.json");
  }

  @ParameterizedTest
  @EnumSource
  void isNoManifestAndIsFoundByItsManifestAlone(ManifestAnswer answer) {
    for (String key : new String[] {answer.key(MANIFEST), answer.key(MANIFEST, "0123456789ab")}) {
      assertThat(ManifestAnswer.isManifest(key)).as(key).isFalse();
      assertThat(answer.is(key)).isTrue();
      assertThat(key).startsWith(ManifestAnswer.prefix(MANIFEST));
      assertThat(key).doesNotStartWith(ManifestAnswer.prefix("manifests/fi.json"));
      assertThatThrownBy(() -> answer.key(key)).hasMessageContaining("expected the key of a manifest");
    }
    assertThat(answer.key("manifests/fix-2.json")).doesNotStartWith(ManifestAnswer.prefix(MANIFEST));
  }

  @Test
  void everyOtherJsonFileIsAManifest() {
    assertThat(ManifestAnswer.isManifest(MANIFEST)).isTrue();
    assertThat(ManifestAnswer.isManifest("manifests/plan.json")).isTrue();
    assertThat(ManifestAnswer.isManifest("manifests/fix.txt")).isFalse();
  }
}
