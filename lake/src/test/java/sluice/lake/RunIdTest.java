package sluice.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunIdTest {
  @ParameterizedTest
  @ValueSource(strings = {"20261121T0914Z-demo", "0f6d9c0e-9d3b-4f0e-8a5e-1b2c3d4e5f60_7a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9", "1"})
  void takesWhatTheWorkflowNamesItsExecutions(String id) {
    assertThat(new RunId(id)).hasToString(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-run", "run/1", "run=1", "..", "run 1", "rün", "run\n1"})
  void refusesWhatIsUnsafeInAKey(String id) {
    assertThatThrownBy(() -> new RunId(id))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "not a run id: expected letters, digits, - and _, starting with a letter or digit, at most 80, found \"");
  }

  @ParameterizedTest
  @ValueSource(ints = {81, 1000})
  void refusesMoreThanEightySigns(int length) {
    assertThatThrownBy(() -> new RunId("r".repeat(length))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void furtherTriesAreNumberedFromTwoToNine() {
    RunId run = new RunId("replay-fix");
    assertThat(run.attempt(2)).hasToString("replay-fix-2");
    assertThat(run.isAttemptAt(run)).isTrue();
    assertThat(run.attempt(9).isAttemptAt(run)).isTrue();
    assertThat(run.isAttemptAt(run.attempt(2))).isFalse();
    for (String other : List.of("replay-fix-", "replay-fix-1", "replay-fix-10", "replay-fix-x", "replay-fix2", "replay-fi-2")) {
      assertThat(new RunId(other).isAttemptAt(run)).as(other).isFalse();
    }
    assertThatThrownBy(() -> run.attempt(10)).hasMessageContaining("from 2 to 9, found 10");
  }
}
