package sluice.lake.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTextTest {
  private static final List<String> FILE = List.of(
      "dataset: orders",
      "drif_policy: {new_column: accept}   # later",
      "columns:",
      "  - name: amount",
      "    description: what was paid",
      "    type: decimal(12;2)   # two digits",
      "    required: \"no, never\"",
      "  - {name: łódź, type: text, required: maybe}");

  @Test
  void showsTheEntryAroundAValueAndPointsAtAllOfIt() {
    assertThat(text(Problem.error("C104", "unknown type for column amount")
        .expected("string, int, …").found("\"decimal(12;2)\"").next("write decimal(12,2)").at("orders.yml", 6, 11)))
        .isEqualTo("""
            error[C104]: unknown type for column amount
              --> orders.yml:6:11
             4 |   - name: amount
             5 |     description: what was paid
             6 |     type: decimal(12;2)   # two digits
               |           ^^^^^^^^^^^^^ expected string, int, …
               = found  "decimal(12;2)"
               = hint   write decimal(12,2)""");
  }

  @Test
  void showsATopLevelKeyAlone() {
    assertThat(text(Problem.error("C201", "unknown key \"drif_policy\"; did you mean \"drift_policy\"?").at("orders.yml", 2, 1)))
        .isEqualTo("""
            error[C201]: unknown key "drif_policy"; did you mean "drift_policy"?
              --> orders.yml:2:1
             2 | drif_policy: {new_column: accept}   # later
               | ^^^^^^^^^^^""");
  }

  @Test
  void pointsAtQuotedTextToItsEndAndCountsLettersNotBytes() {
    assertThat(text(Problem.error("C102", "x").at("orders.yml", 7, 15))).endsWith("\n"
        + " 7 |     required: \"no, never\"\n"
        + "   |               ^^^^^^^^^^^");
    assertThat(text(Problem.error("C105", "x").at("orders.yml", 8, 12))).endsWith("\n"
        + " 8 |   - {name: łódź, type: text, required: maybe}\n"
        + "   |            ^^^^");
    assertThat(text(Problem.error("C102", "x").at("orders.yml", 8, 40))).endsWith("                ^^^^^");
  }

  @Test
  void worksWithoutTheFile() {
    assertThat(String.join("\n", ProblemText.lines(
        Problem.error("C102", "version has the wrong type").expected("a number").found("\"x\"").at("a.yml", 2, 3), SourceLines.NONE)))
        .isEqualTo("""
            error[C102]: version has the wrong type
              --> a.yml:2:3
               = expected a number
               = found  "x\"""");
  }

  @Test
  void survivesAPlaceThatTheFileHasNot() {
    assertThat(text(Problem.error("C003", "cut").at("orders.yml", 99, 1))).isEqualTo("error[C003]: cut\n  --> orders.yml:99:1");
    assertThat(text(Problem.error("C003", "cut").at("orders.yml", 3, 99))).endsWith("|         ^");
  }

  @Test
  void tellsWhatWasTriedWhatIsSafeAndWhatToType() {
    assertThat(text(Problem.warning("S301", "cannot connect").tried("3 times in 7 s").safe("the last marts").next("./sluice run")))
        .isEqualTo("""
            warning[S301]: cannot connect
               = tried  3 times in 7 s
               = safe   the last marts
               = next   ./sluice run""");
  }

  private static String text(Problem problem) {
    return String.join("\n", ProblemText.lines(problem, file -> FILE));
  }
}
