package sluice.extractors.devitjobs;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import sluice.extractors.kit.SourceChangedException;

class CensusTest {
  private static final Card BARE = new Card("/jobs/A", null, null, null, null, List.of(), null, null);

  @Test
  void oneCardThatShowsAFieldIsEnough() {
    Census census = count(30);
    census.count(FakeList.card("/jobs/B"));
    assertThatCode(census::refuseALostField).doesNotThrowAnyException();
  }

  @Test
  void aFieldThatNoCardShowsIsLost() {
    assertThatThrownBy(() -> count(30).refuseALostField()).isInstanceOf(SourceChangedException.class)
        .hasMessage("S201 none of 30 adverts shows title, company, place, technologies: expected at least one that does");
  }

  @Test
  void aFewCardsProveNothing() {
    assertThatCode(() -> count(19).refuseALostField()).doesNotThrowAnyException();
  }

  private static Census count(int cards) {
    Census census = new Census();
    for (int i = 0; i < cards; i++) {
      census.count(BARE);
    }
    return census;
  }
}
