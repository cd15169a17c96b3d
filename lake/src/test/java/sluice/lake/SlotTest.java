package sluice.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SlotTest {
  @Test
  void takeTurns() {
    assertThat(Slot.BLUE.other()).isEqualTo(Slot.GREEN);
    assertThat(Slot.GREEN.other()).isEqualTo(Slot.BLUE);
  }

  @Test
  void haveADatabaseEach() {
    assertThat(Slot.BLUE.database()).isEqualTo("sluice_blue");
    assertThat(Slot.GREEN.database()).isEqualTo("sluice_green");
  }

  @Test
  void areReadByTheirWord() {
    assertThat(Slot.of("blue")).isEqualTo(Slot.BLUE);
    assertThatThrownBy(() -> Slot.of("red")).hasMessage("not a slot: expected blue or green, found red");
  }
}
