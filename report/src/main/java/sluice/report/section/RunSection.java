package sluice.report.section;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.nothing;
import static sluice.report.html.Markup.text;

import sluice.lake.ledger.Counts;
import sluice.report.chart.StagesChart;
import sluice.report.chart.VerdictsChart;
import sluice.report.html.Node;
import sluice.report.model.Run;
import sluice.report.page.Badge;
import sluice.report.page.Command;
import sluice.report.page.Figure;
import sluice.report.page.Table;
import sluice.report.page.Tone;
import sluice.report.text.Figures;

/** Where the run's time and its rows went. */
public final class RunSection implements Section {
  @Override
  public String anchor() {
    return "run";
  }

  @Override
  public String heading() {
    return "The run";
  }

  @Override
  public Node body(View view) {
    Run run = view.model().run();
    return all(
        el("div", css("columns"),
            view.model().stages().isEmpty()
                ? el("p", css("empty"), text("No stage left its times."))
                : Figure.of(new StagesChart("chart-where-the-time-went", "Where the time went", view.model().stages())),
            run.datasets().isEmpty()
                ? el("p", css("empty"), text("No dataset reached the gate."))
                : Figure.of(new VerdictsChart("chart-what-became-of-the-rows", "What became of the rows", run.datasets()))),
        run.datasets().isEmpty() ? nothing() : equation(run),
        run.marts().isEmpty() ? nothing() : marts(run),
        el("p", css("from"), text("From the run ledger: "), Command.line("./sluice runs --json")));
  }

  private static Node equation(Run run) {
    Table table = new Table("Rows of this run").texts("dataset").numbers("read", "= accepted", "+ quarantined", "+ duplicates").texts("balance").cards();
    run.datasets().forEach((dataset, counts) -> table.row(cells(dataset, counts)));
    table.totals(cells("all", run.total()));
    return all(el("h3", "Every row accounted for"), table.node());
  }

  private static Node[] cells(String name, Counts counts) {
    return new Node[] {
      Table.cell(name), Table.cell(counts.read()), Table.cell(counts.accepted()), Table.cell(counts.quarantined()),
      Table.cell(counts.duplicates()), balance(counts)
    };
  }

  private static Node balance(Counts counts) {
    long missing = counts.missing();
    if (missing == 0) {
      return Badge.of(Tone.OK, "adds up");
    }
    return Badge.of(Tone.BAD, Figures.count(Math.abs(missing), "row") + (missing > 0 ? " missing" : " too many"));
  }

  private static Node marts(Run run) {
    Table table = new Table("Tables published by this run").texts("table").numbers("rows");
    run.marts().forEach((mart, rows) -> table.row(el("code", mart), Table.cell(rows)));
    return all(el("h3", "What readers got"), el("div", css("narrow"), table.node()));
  }
}
