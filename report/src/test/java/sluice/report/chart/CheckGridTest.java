package sluice.report.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sluice.report.html.Writer;
import sluice.report.model.Check;
import sluice.report.model.CheckRun;
import sluice.report.model.Outcome;

class CheckGridTest {
  @Test
  void showsOnlyTestsThatDidNotAlwaysPass() {
    String grid = Writer.write(CheckGrid.of(
        List.of(check("calm", Outcome.PASSED), check("restless", Outcome.PASSED)),
        List.of(new CheckRun("r1", Map.of("calm", Outcome.PASSED, "restless", Outcome.FAILED)))));

    assertThat(grid).contains("restless").doesNotContain("<code>calm</code>").contains("1 other test passed in all 2 runs");
    assertThat(grid).contains("title=\"r1: failed\">✗</td>").contains("title=\"this run: passed\">✓</td>");
  }

  @Test
  void aTestThatDidNotRunIsADot() {
    String grid = Writer.write(CheckGrid.of(List.of(check("new", Outcome.WARNED)), List.of(new CheckRun("r1", Map.of()))));

    assertThat(grid).contains("title=\"r1: did not run\">·</td>").contains("title=\"this run: warned\">!</td>");
  }

  @Test
  void withoutHistoryThereIsNoGrid() {
    assertThat(Writer.write(CheckGrid.of(List.of(check("a", Outcome.FAILED)), List.of()))).isEmpty();
  }

  @Test
  void ofTwoTestsWithOneNameTheWorseCounts() {
    String grid = Writer.write(CheckGrid.of(
        List.of(check("twice", Outcome.PASSED), check("twice", Outcome.FAILED)), List.of(new CheckRun("r1", Map.of("twice", Outcome.PASSED)))));

    assertThat(grid).contains("title=\"this run: failed\"");
  }

  private static Check check(String name, Outcome outcome) {
    return new Check(name, Check.Kind.DATA, "orders", outcome, 0, Duration.ZERO, Optional.empty());
  }
}
