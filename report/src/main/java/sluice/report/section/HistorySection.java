package sluice.report.section;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.nothing;
import static sluice.report.html.Markup.text;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import sluice.lake.ledger.FailedSource;
import sluice.report.chart.TrendChart;
import sluice.report.html.Node;
import sluice.report.model.Run;
import sluice.report.page.Badge;
import sluice.report.page.Command;
import sluice.report.page.Disclosure;
import sluice.report.page.Figure;
import sluice.report.page.Table;
import sluice.report.page.Tone;
import sluice.report.text.Figures;
import sluice.report.text.Times;

/** The last 30 runs, and how each source did in them. */
public final class HistorySection implements Section {
  private static final int IN_VIEW = 8;

  @Override
  public String anchor() {
    return "history";
  }

  @Override
  public String heading() {
    return "History and producers";
  }

  @Override
  public Node body(View view) {
    List<Run> runs = view.past().withNow();
    if (runs.size() < 2) {
      return all(
          el("p", css("empty"), text("History starts today: this is the first run that is remembered. From the next one on, times and rows are compared here.")),
          Producers.of(runs));
    }
    List<Run> latest = runs.subList(Math.max(0, runs.size() - IN_VIEW), runs.size());
    List<Run> earlier = runs.subList(0, runs.size() - latest.size());
    return all(
        el("div", css("columns"),
            Figure.of(new TrendChart("chart-run-time", "Run time", "seconds, last " + runs.size() + " runs", runs,
                run -> run.took().toMillis() / 1000.0, seconds -> Figures.time(Duration.ofMillis(Math.round(seconds * 1000))))),
            Figure.of(new TrendChart("chart-rows-read", "Rows read", "rows, last " + runs.size() + " runs", runs,
                run -> run.total().read(), rows -> Figures.count(Math.round(rows), "row")))),
        el("h3", "Producers"),
        Producers.of(runs),
        el("h3", "Runs"),
        table("The latest runs", latest),
        earlier.isEmpty() ? nothing() : Disclosure.of("Show " + Figures.count(earlier.size(), "earlier run"), table("Earlier runs", earlier)),
        el("p", css("from"), text("From the run ledger: "), Command.line("./sluice runs")));
  }

  private static Node table(String caption, List<Run> runs) {
    Table table = new Table(caption).texts("started", "status", "started by").numbers("read", "quarantined", "took").texts("note").sortable().cards();
    for (Run run : runs.reversed()) {
      table.row(
          all(attr("data-v", run.startedAt().toString()), el("span", attr("title", run.id()), text(Times.moment(run.startedAt())))),
          Badge.of(Tone.of(run.status()), run.status()),
          text(run.trigger()),
          Table.cell(run.total().read()),
          Table.cell(run.total().quarantined()),
          Table.cell(run.took().toMillis(), Figures.time(run.took())),
          text(note(run)));
    }
    return table.node();
  }

  private static String note(Run run) {
    return run.failure().map(failure -> "in " + failure.stage())
        .orElseGet(() -> run.optionalFailed().stream().map(FailedSource::source).collect(Collectors.joining(", ")));
  }
}
