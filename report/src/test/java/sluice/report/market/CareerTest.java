package sluice.report.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CareerTest {
  @Test
  void ordersLevelsAsPeopleRise() {
    assertThat(sorted("Senior", "Junior", "Lead", "Trainee", "Expert", "Mid"))
        .containsExactly("Trainee", "Junior", "Mid", "Senior", "Expert", "Lead");
  }

  @Test
  void knowsOtherWordsForThem() {
    assertThat(sorted("principal", "Regular", "INTERN", "C-Level")).containsExactly("INTERN", "Regular", "principal", "C-Level");
  }

  @Test
  void severalLevelsStandWithTheirFirst() {
    assertThat(sorted("Senior", "Mid, Senior", "Junior")).containsExactly("Junior", "Mid, Senior", "Senior");
  }

  @Test
  void whatItDoesNotKnowComesLastAndWhatNobodySaidAfterIt() {
    assertThat(sorted("not stated", "Wizard", "Lead")).containsExactly("Lead", "Wizard", "not stated");
  }

  private static List<String> sorted(String... levels) {
    return Stream.of(levels).map(level -> new PayRange(level, Currency.PLN, 1, 1, 1, 1)).sorted(Career.order()).map(PayRange::group).toList();
  }
}
