package sluice.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import sluice.report.html.Writer;

class TableTest {
  @Test
  void writesHeadingsRowsAndTotals() {
    String html = Writer.write(new Table("Rows").texts("dataset").numbers("read")
        .row(Table.cell("orders"), Table.cell(1_234)).totals(Table.cell("all"), Table.cell(1_234)).node());

    assertThat(html).contains("<caption>Rows</caption>", "<th scope=\"col\">dataset</th><th scope=\"col\" class=\"n\">read</th>",
        "<td>orders</td><td class=\"n\" data-v=\"1234\">1,234</td>", "<tfoot><tr><td>all</td>");
  }

  @Test
  void cardsCarryTheHeadingInEachCell() {
    String html = Writer.write(new Table("t").texts("where").cards().rowAt("here", Table.cell("x")).node());

    assertThat(html).contains("<table class=\"cards\">", "<tr id=\"here\"><td data-label=\"where\">x</td>");
  }

  @Test
  void printsAtMostTwoHundredRowsAndSaysHowToSeeTheRest() {
    Table table = new Table("t").numbers("n").restBy("./sluice query \"…\"");
    for (int i = 0; i < 237; i++) {
      table.row(Table.cell(i));
    }
    String html = Writer.write(table.node());

    assertThat(html.split("<tr>")).hasSize(202);
    assertThat(html).contains("The first 200 are shown; 37 rows more: ").contains("<code>./sluice query &quot;…&quot;</code>");
  }

  @Test
  void refusesARowOfAnotherWidth() {
    assertThatThrownBy(() -> new Table("t").texts("a", "b").row(Table.cell("x"))).hasMessage("table \"t\" has 2 columns, a row has 1 cells");
  }
}
