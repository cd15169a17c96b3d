package sluice.report.chart;

import static sluice.report.chart.Svg.Anchor.START;
import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.each;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.percent;
import static sluice.report.html.Markup.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import sluice.lake.ledger.Counts;
import sluice.report.html.Node;
import sluice.report.page.Table;
import sluice.report.text.Clip;
import sluice.report.text.Figures;

/** What became of each dataset's rows: one full bar each, with the counts printed. */
public record VerdictsChart(String id, String title, Map<String, Counts> datasets) implements Chart {
  private static final double ROW = 54;
  private static final double BAR = 12;
  private static final int LONGEST_NAME = 40;

  @Override
  public String unit() {
    return "rows, each bar is all rows read of one dataset";
  }

  @Override
  public Node legend() {
    return el("ul", css("legend"), each(Arrays.asList(RowVerdict.values()), verdict ->
        used(verdict) ? el("li", el("i", css("swatch " + verdict.css())), text(verdict.word())) : all()));
  }

  private boolean used(RowVerdict verdict) {
    return datasets.values().stream().anyMatch(counts -> verdict.of(counts) > 0);
  }

  @Override
  public Node drawing() {
    List<Node> marks = new ArrayList<>();
    double top = 0;
    for (Map.Entry<String, Counts> dataset : datasets.entrySet()) {
      marks.add(row(dataset.getKey(), dataset.getValue(), top));
      top += ROW;
    }
    return Svg.picture(this, "wide", top, description(), all(marks));
  }

  private static Node row(String name, Counts counts, double top) {
    Segments segments = Segments.of(counts);
    List<Node> parts = new ArrayList<>();
    parts.add(Svg.tip(sentence(name, counts)));
    parts.add(Svg.text("strong", START, "0", top + 14, Clip.end(name, LONGEST_NAME)));
    parts.add(Svg.text("mute", START, "0", top + 30, equation(counts) + (segments.widened() ? " (thin parts drawn wider)" : "")));
    parts.add(Svg.rect("hover", "0", top, "100%", ROW));
    double left = 0;
    for (Segments.Segment segment : segments.segments()) {
      parts.add(Svg.rect(segment.verdict().css(), percent(left), top + 36, percent(segment.width()), BAR));
      left += segment.width();
    }
    return Svg.group("", all(parts));
  }

  private static String equation(Counts counts) {
    if (counts.read() == 0) {
      return "0 rows read";
    }
    return Arrays.stream(RowVerdict.values())
        .filter(verdict -> verdict.of(counts) > 0)
        .map(verdict -> Figures.count(verdict.of(counts)) + " " + verdict.word())
        .collect(Collectors.joining(" · "));
  }

  private static String sentence(String name, Counts counts) {
    return name + ": " + Figures.count(counts.read()) + " read = " + equation(counts);
  }

  private String description() {
    return datasets.entrySet().stream()
        .map(dataset -> sentence(dataset.getKey(), dataset.getValue()))
        .collect(Collectors.joining("; ", "", "."));
  }

  @Override
  public Node table() {
    Table table = new Table(title).texts("dataset").numbers("read", "accepted", "quarantined", "duplicates", "no verdict").sortable();
    datasets.forEach((name, counts) -> table.row(
        Table.cell(name), Table.cell(counts.read()), Table.cell(counts.accepted()), Table.cell(counts.quarantined()),
        Table.cell(counts.duplicates()), Table.cell(counts.missing())));
    return table.node();
  }
}
