package sluice.lake.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {
  @Test
  void isOneLineInALog() {
    Problem problem = Problem.error("C102", "version has the wrong type")
        .expected("a number").found("\"x\"").at("contracts/a.yml", 2, 10);
    assertThat(problem).hasToString(
        "error[C102]: version has the wrong type (contracts/a.yml:2:10); expected a number; found \"x\"");
    assertThat(Problem.warning("W1", "odd").at("f", 0, 0)).hasToString("warning[W1]: odd (f)");
  }

  @Test
  void keepsAllItWasTold() {
    Problem problem = Problem.error("S301", "cannot connect").where("rates").tried("3 times").safe("marts").next("start it");
    assertThat(problem).isEqualTo(new Problem("S301", Level.ERROR, "rates", "cannot connect", null, null, null, null, null,
        List.of("3 times"), "marts", List.of("start it")));
    assertThat(problem.position()).isEmpty();
  }

  @Test
  void severalMakeOneMessage() {
    InvalidInputException both = new InvalidInputException(List.of(Problem.error("A", "one"), Problem.error("B", "two")));
    assertThat(both).hasMessage("error[A]: one\nerror[B]: two");
    assertThat(both.problems()).hasSize(2);
  }
}
