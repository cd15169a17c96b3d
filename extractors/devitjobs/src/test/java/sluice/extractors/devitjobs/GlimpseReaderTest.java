package sluice.extractors.devitjobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GlimpseReaderTest {

  @Test
  void blankTextIsAbsentAndBlankBadgesAreKeptForDbtToDrop() {
    Card card = GlimpseReader.read(seen(Map.of("href", "/jobs/A", "title", " Data Engineer  ", "company", "  ",
        "technologies", List.of("Java", " ")), "1 job")).cards().getFirst();
    assertThat(card).isEqualTo(new Card("/jobs/A", "Data Engineer", null, null, null, List.of("Java", ""), null, null));
  }

  @Test
  void anAdvertIsKnownByItsLinkWithoutWhereTheClickCameFrom() {
    Map<String, Object> seen = seen(Map.of("href", "/jobs/Zürich-%C3%A4?utm=list#top", "technologies", List.of()), null);
    assertThat(GlimpseReader.read(seen).cards().getFirst().id()).isEqualTo("/jobs/Zürich-%C3%A4");
  }

  @Test
  void readsStatedTotalsAsPeopleWriteThem() {
    assertThat(stated("1,234 ")).hasValue(1_234);
    assertThat(stated("1'234")).hasValue(1_234);
    assertThat(stated("0")).hasValue(0);
    assertThat(stated(null)).isEmpty();
    assertThat(stated("many")).isEmpty();
  }

  @Test
  void placesAreWholePixels() {
    Map<String, Object> seen = seen(Map.of("href", "/jobs/A", "technologies", List.of()), null);
    seen.put("top", 12.6);
    assertThat(GlimpseReader.read(seen).extent()).isEqualTo(new Glimpse.Extent(13, 400, 4_000, 900));
  }

  private static java.util.OptionalLong stated(String text) {
    return GlimpseReader.read(seen(Map.of("href", "/jobs/A", "technologies", List.of()), text)).stated();
  }

  private static Map<String, Object> seen(Map<String, Object> card, String stated) {
    Map<String, Object> seen = new HashMap<>(Map.of("cards", List.of(card), "strangers", 0, "closed", true,
        "top", 0, "view", 400, "height", 4_000.0, "lastTop", 900));
    seen.put("stated", stated);
    return seen;
  }
}
