package sluice.statemachine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  @Test
  void fillsEveryPlaceholderAsOftenAsItStands() {
    assertThat(new Template("${a} and ${b_2} and ${a}").fill(Map.of("a", "1", "b_2", "2"))).isEqualTo("1 and 2 and 1");
  }

  @Test
  void takesValuesAsTheyAre() {
    assertThat(new Template("${a}").fill(Map.of("a", "$1 \\ ${b}"))).isEqualTo("$1 \\ ${b}");
  }

  @Test
  void leavesJsonataAlone() {
    String expression = "{% $merge([$run, {'a': $states.input}]) %}";
    assertThat(new Template(expression).fill(Map.of())).isEqualTo(expression);
  }

  @Test
  void refusesAPlaceholderWithoutAValue() {
    assertThatThrownBy(() -> new Template("${a} ${b}").fill(Map.of("a", "1")))
        .isInstanceOf(RenderException.class)
        .hasMessage("no value for the placeholders [b]; known are [a]");
  }

  @Test
  void refusesAValueThatStandsNowhere() {
    assertThatThrownBy(() -> new Template("${a}").fill(Map.of("a", "1", "c", "3")))
        .isInstanceOf(RenderException.class)
        .hasMessage("no placeholder for the values [c]; the text has [a]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"${upper(a)}", "${a.b}", "$${a}", "%{if a}", "{%{'a': 1} %}", "${ a }", "${A}"})
  void refusesWhatTerraformWouldReadInAnotherWay(String form) {
    assertThatThrownBy(() -> new Template("first\n" + form))
        .isInstanceOf(RenderException.class)
        .hasMessageStartingWith("line 2: expected placeholders of the form ${name} only, found ");
  }
}
