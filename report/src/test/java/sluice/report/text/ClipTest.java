package sluice.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClipTest {
  @Test
  void leavesWhatFits() {
    assertThat(Clip.end("Kotlin", 6)).isEqualTo("Kotlin");
    assertThat(Clip.middle("Kotlin", 6)).isEqualTo("Kotlin");
  }

  @Test
  void showsThatSomethingIsCut() {
    assertThat(Clip.end("Artificial Intelligence", 12)).isEqualTo("Artificial…");
    assertThat(Clip.middle("raw/a/part-00000.parquet", 11)).isEqualTo("raw/a…rquet");
  }

  @Test
  void neverCutsACharacterInTwo() {
    assertThat(Clip.end("😀😀😀😀", 3)).isEqualTo("😀😀…");
    assertThat(Clip.middle("😀😀😀😀😀", 3)).isEqualTo("😀…😀");
  }
}
