package sluice.report.section;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.text;

import sluice.report.html.Node;
import sluice.report.market.Market;
import sluice.report.market.SourceState;
import sluice.report.page.Table;
import sluice.report.text.Figures;
import sluice.report.text.Times;

/** What readers see of each source, in numbers. */
final class SourcesTable {
  private SourcesTable() {}

  static Node of(Market market) {
    Table table = new Table("Postings by source").texts("source").numbers("postings", "state pay").texts("newest posting").sortable().cards();
    for (SourceState source : market.sources()) {
      table.row(
          el("b", source.source()),
          Table.cell(source.postings()),
          share(source),
          source.newestPosting()
              .map(day -> all(attr("data-v", day.toString()), text(Times.day(day))))
              .orElseGet(() -> text("none")));
    }
    return all(el("h3", "By source"), table.node());
  }

  private static Node share(SourceState source) {
    double share = source.postings() == 0 ? 0 : (double) source.statingPay() / source.postings();
    return Table.cell(share, Figures.share(share) + " (" + Figures.count(source.statingPay()) + ")");
  }
}
