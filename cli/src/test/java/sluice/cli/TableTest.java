package sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private final Table table = new Table(List.of(new Table.Column("name", Table.Align.LEFT), new Table.Column("rows", Table.Align.RIGHT)));

  @Test
  void alignsNumbersToTheRight() {
    table.row(List.of("devitjobs", "300"));
    table.row(List.of("nofluffjobs", "2,365"));

    assertThat(table.lines(80)).containsExactly(
        "  name          rows",
        "  devitjobs      300",
        "  nofluffjobs  2,365");
  }

  @Test
  void cutsALineThatIsWiderThanTheTerminal() {
    table.row(List.of("a_rather_long_dataset_name", "1"));

    assertThat(table.lines(12).get(1)).isEqualTo("  a_rather_…").hasSizeLessThanOrEqualTo(12);
  }

  @Test
  void refusesARowOfAnotherWidth() {
    assertThatThrownBy(() -> table.row(List.of("one"))).isInstanceOf(IllegalArgumentException.class).hasMessage("1 cells for 2 columns");
  }
}
