package sluice.lake.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftTest {
  @Test
  void refusesAnActionThatMakesNoSense() {
    Map<Drift.Kind, Drift.Action> actions = new EnumMap<>(Drift.STANDARD.actions());
    actions.put(Drift.Kind.NEW_COLUMN, Drift.Action.COERCE);

    assertThatThrownBy(() -> new Drift(actions))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected one of [ACCEPT, QUARANTINE_ROW, QUARANTINE_OBJECT, FAIL] on NEW_COLUMN, found COERCE");
  }

  @Test
  void refusesAKindWithoutAnAction() {
    assertThatThrownBy(() -> new Drift(Map.of())).hasMessageEndingWith("on NEW_COLUMN, found null");
  }

  @Test
  void saysWhatIsDone() {
    assertThat(Drift.STANDARD.on(Drift.Kind.TYPE_CHANGE)).isEqualTo(Drift.Action.QUARANTINE_ROW);
  }
}
