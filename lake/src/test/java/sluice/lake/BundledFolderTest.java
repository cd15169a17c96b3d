package sluice.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class BundledFolderTest {
  @Test
  void givesTheFilesOfAFolderByName() {
    assertThat(BundledFolder.files(BundledFolder.class, "contracts", ".yml").sequencedKeySet().stream().toList())
        .isSorted().contains("currency_rates.yml");
    assertThat(new String(BundledFolder.files(BundledFolder.class, "contracts", ".yml").get("devitjobs.yml"), StandardCharsets.UTF_8))
        .contains("\ndataset: devitjobs\n");
  }

  @Test
  void readsAJarToo() {
    // JUnit's jar stands for a Lambda's.
    assertThat(BundledFolder.files(Test.class, "META-INF", ".md")).containsKey("LICENSE.md");
  }

  @Test
  void findsNothingWhereThereIsNoSuchFolder() {
    assertThat(BundledFolder.files(BundledFolder.class, "nowhere", ".yml")).isEmpty();
    assertThat(BundledFolder.files(Test.class, "nowhere", ".yml")).isEmpty();
  }
}
