package sluice.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.report.html.Writer;

class PaletteTest {
  @Test
  void aSourceKeepsItsColourWhateverElseThereIs() {
    assertThat(new Palette(List.of("devitjobs")).css("devitjobs")).isEqualTo("s2");
    assertThat(new Palette(List.of("aaa", "devitjobs", "nofluffjobs")).css("devitjobs")).isEqualTo("s2");
    assertThat(new Palette(List.of("aaa", "devitjobs", "nofluffjobs")).css("nofluffjobs")).isEqualTo("s1");
  }

  @Test
  void newSourcesTakeTheFreeColoursByName() {
    Palette palette = new Palette(List.of("zeta", "alpha", "nofluffjobs"));

    assertThat(palette.css("alpha")).isEqualTo("s3");
    assertThat(palette.css("zeta")).isEqualTo("s4");
  }

  @Test
  void fiveSourcesHaveFiveColours() {
    List<String> sources = List.of("a", "b", "c", "d", "e");
    Palette palette = new Palette(sources);

    assertThat(sources).extracting(palette::number).containsExactlyInAnyOrder(1, 2, 3, 4, 5);
  }

  @Test
  void theLegendNamesEachSourceWithItsFigure() {
    String legend = Writer.write(new Palette(List.of("devitjobs")).legend(List.of("devitjobs"), source -> "326"));

    assertThat(legend).contains("swatch s2").contains("devitjobs ").contains(">326<");
  }
}
