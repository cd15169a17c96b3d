package sluice.lake.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> WORDS = List.of("version", "owner", "load", "key", "columns", "description");

  @ParameterizedTest
  @CsvSource({"ownr,owner", "onwer,owner", "Owner,owner", "colums,columns", "column,columns", "ke,key", "desription,description"})
  void findsTheWordThatWasMeant(String typed, String meant) {
    assertThat(Nearest.to(typed, WORDS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"quality", "x", "pii", "freshness"})
  void findsNothingForAnotherWord(String typed) {
    assertThat(Nearest.to(typed, WORDS)).isEmpty();
  }

  @Test
  void doesNotCompareWhatIsNoWord() {
    assertThat(Nearest.to("x".repeat(100_000), WORDS)).isEmpty();
    assertThat(Nearest.to("a", List.of())).isEmpty();
  }
}
