package sluice.report.chart;

import static sluice.report.chart.Svg.Anchor.END;
import static sluice.report.chart.Svg.Anchor.MIDDLE;
import static sluice.report.chart.Svg.Anchor.START;
import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.percent;
import static sluice.report.html.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import sluice.lake.ledger.RunStatus;
import sluice.report.html.Node;
import sluice.report.model.Run;
import sluice.report.page.Badge;
import sluice.report.page.Table;
import sluice.report.page.Tone;
import sluice.report.text.Figures;
import sluice.report.text.Times;

/**
 * One figure of the last runs, the oldest left; failed runs are crossed and stand outside of the line.
 *
 * @param write the figure with its unit
 */
public record TrendChart(
    String id, String title, String unit, List<Run> runs, ToDoubleFunction<Run> measure, DoubleFunction<String> write)
    implements Chart {
  private static final double TOP = 14;
  private static final double PLOT = 96;
  private static final double FLOOR = TOP + PLOT;
  private static final double BOTTOM = 24;

  @Override
  public Node legend() {
    return el("ul", css("legend"),
        el("li", el("i", css("swatch s1")), text("a run")),
        runs.stream().anyMatch(TrendChart::failed) ? el("li", el("span", css("bad"), text("✗")), text(" failed")) : all());
  }

  @Override
  public Node drawing() {
    Scale scale = Scale.ofAmounts(runs.stream().mapToDouble(measure).max().orElse(0), 3);
    List<Node> marks = new ArrayList<>();
    for (double tick : scale.ticks()) {
      marks.add(Svg.line("grid", "0", y(scale, tick), "100%", y(scale, tick)));
      marks.add(Svg.text("mute", END, "0", -8, y(scale, tick) + 4, Figures.plain(tick)));
    }
    int before = -1;
    List<Node> points = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      Run run = runs.get(i);
      double y = y(scale, measure.applyAsDouble(run));
      if (failed(run)) {
        points.add(Svg.group("", Svg.tip(sentence(run)), Svg.text("bad strong", MIDDLE, x(i), y + 4, Tone.BAD.glyph())));
        continue;
      }
      if (before >= 0) {
        marks.add(Svg.line("stroke s1", x(before), y(scale, measure.applyAsDouble(runs.get(before))), x(i), y));
      }
      points.add(Svg.dot("s1", x(i), y, i == runs.size() - 1 ? 5 : 3.2, Svg.tip(sentence(run))));
      before = i;
    }
    marks.addAll(points);
    marks.add(Svg.text("mute", START, "0", FLOOR + 18, Times.shortMoment(runs.getFirst().startedAt())));
    marks.add(Svg.text("mute", END, "100%", FLOOR + 18, "this run"));
    return Svg.picture(this, "days", FLOOR + BOTTOM, description(), all(marks));
  }

  private String x(int i) {
    return percent((i + 0.5) / runs.size());
  }

  private static double y(Scale scale, double value) {
    return FLOOR - scale.share(value) * PLOT;
  }

  private static boolean failed(Run run) {
    return run.status() == RunStatus.FAILED;
  }

  private String sentence(Run run) {
    return Times.moment(run.startedAt()) + ": " + write.apply(measure.applyAsDouble(run)) + (failed(run) ? " (failed)" : "");
  }

  private String description() {
    return Figures.count(runs.size(), "run") + ", the last with " + write.apply(measure.applyAsDouble(runs.getLast())) + ".";
  }

  @Override
  public Node table() {
    Table table = new Table(title).texts("started").numbers(unit).texts("status").sortable();
    for (Run run : runs.reversed()) {
      double value = measure.applyAsDouble(run);
      table.row(
          all(attr("data-v", run.startedAt().toString()), text(Times.moment(run.startedAt()))),
          Table.cell(value, write.apply(value)),
          Badge.of(Tone.of(run.status()), run.status()));
    }
    return table.node();
  }
}
