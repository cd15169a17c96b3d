package sluice.report.chart;

import static sluice.report.chart.Svg.Anchor.END;
import static sluice.report.chart.Svg.Anchor.MIDDLE;
import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.percent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sluice.report.html.Node;
import sluice.report.page.Table;
import sluice.report.page.Tone;
import sluice.report.text.Figures;
import sluice.report.text.Times;

/** Postings of each day, one column a day, the sources stacked; a day without a run is hatched. */
public record PostingsChart(String id, String title, PostingDays postings, DayRuns runs, Palette palette) implements Chart {
  private static final double TOP = 20;
  private static final double PLOT = 190;
  private static final double FLOOR = TOP + PLOT;
  private static final double BOTTOM = 24;
  private static final double FILLED = 0.76;

  @Override
  public String unit() {
    return "postings by the day they were posted (UTC), " + postings.span();
  }

  @Override
  public Node legend() {
    return palette.legend(postings.sources(), source -> Figures.count(postings.total(source)));
  }

  @Override
  public Node drawing() {
    DayAxis axis = new DayAxis(postings.days());
    Scale scale = Scale.ofCounts(postings.busiestDay(), 4);
    List<Node> marks = new ArrayList<>();
    marks.add(el("defs", hatch()));
    for (double tick : scale.ticks()) {
      marks.add(Svg.line("grid", "0", y(scale, tick), "100%", y(scale, tick)));
      marks.add(Svg.text("mute", END, "0", -8, y(scale, tick) + 4, Figures.amount(tick)));
    }
    for (int i = 0; i < postings.days().size(); i++) {
      marks.add(column(i, axis, scale));
    }
    marks.add(axis.labels(FLOOR + 18));
    return Svg.picture(this, "days", FLOOR + BOTTOM, description(), all(marks));
  }

  private Node column(int i, DayAxis axis, Scale scale) {
    LocalDate day = postings.days().get(i);
    String left = percent(axis.left(i) + axis.slot() * (1 - FILLED) / 2);
    String width = percent(axis.slot() * FILLED);
    List<Node> parts = new ArrayList<>();
    parts.add(Svg.tip(sentence(day)));
    parts.add(Svg.rect("hover", percent(axis.left(i)), TOP, percent(axis.slot()), PLOT));
    if (runs.missed(day)) {
      parts.add(el("rect", attr("fill", "url(#" + id + "-hatch)"), attr("x", left), attr("y", TOP), attr("width", width), attr("height", PLOT)));
    }
    double top = FLOOR;
    for (String source : postings.sources()) {
      long n = postings.count(source, day);
      if (n > 0) {
        double height = scale.share(n) * PLOT;
        top -= height;
        parts.add(Svg.rect(palette.css(source), left, top, width, height));
      }
    }
    if (runs.failed(day)) {
      parts.add(Svg.text("bad strong", MIDDLE, percent(axis.middle(i)), Math.max(top - 5, 13), Tone.BAD.glyph()));
    }
    return Svg.group("", all(parts));
  }

  private static double y(Scale scale, double value) {
    return FLOOR - scale.share(value) * PLOT;
  }

  private Node hatch() {
    return el("pattern", attr("id", id + "-hatch"), attr("width", 6), attr("height", 6), attr("patternUnits", "userSpaceOnUse"),
        attr("patternTransform", "rotate(45)"), Svg.line("hatch", "0", 0, "0", 6));
  }

  private String sentence(LocalDate day) {
    String counts = postings.sources().stream()
        .map(source -> source + " " + Figures.count(postings.count(source, day)))
        .collect(Collectors.joining(", "));
    return Times.day(day) + ": " + counts + (runs.missed(day) ? " (no run that day)" : "") + (runs.failed(day) ? " (the run failed)" : "");
  }

  private String description() {
    String totals = postings.sources().stream()
        .map(source -> source + " " + Figures.count(postings.total(source), "posting"))
        .collect(Collectors.joining(", "));
    return postings.span() + ": " + totals + "; at most " + Figures.count(postings.busiestDay()) + " on one day.";
  }

  @Override
  public Node table() {
    Table table = new Table(title).texts("day").numbers(postings.sources().toArray(String[]::new)).texts("run").sortable();
    for (LocalDate day : postings.days().reversed()) {
      List<Node> cells = new ArrayList<>();
      cells.add(all(attr("data-v", day.toString()), Table.cell(Times.day(day))));
      postings.sources().forEach(source -> cells.add(Table.cell(postings.count(source, day))));
      cells.add(Table.cell(runs.missed(day) ? "no run" : runs.failed(day) ? "failed" : ""));
      table.row(cells.toArray(Node[]::new));
    }
    return table.node();
  }
}
