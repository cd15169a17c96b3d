package sluice.report.chart;

import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.number;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sluice.report.html.Node;
import sluice.report.text.Figures;

/** A line the size of a word; the numbers it is made of are read out and shown on the pointer. */
public final class Sparkline {
  private static final double WIDTH = 60;
  private static final double HEIGHT = 16;
  private static final double EDGE = 2;

  private Sparkline() {}

  public static Node of(List<Long> values) {
    double most = Math.max(1, values.stream().mapToLong(Long::longValue).max().orElse(1));
    double step = values.size() < 2 ? 0 : (WIDTH - 2 * EDGE) / (values.size() - 1);
    String points = IntStream.range(0, values.size())
        .mapToObj(i -> number(EDGE + i * step) + "," + number(y(values.get(i) / most)))
        .collect(Collectors.joining(" "));
    String said = values.stream().map(Figures::count).collect(Collectors.joining(", "));
    return el("svg", css("spark"), attr("viewBox", "0 0 60 16"), attr("role", "img"), attr("aria-label", said),
        el("title", said),
        el("polyline", attr("points", points)),
        values.isEmpty() ? el("g") : el("circle", attr("cx", EDGE + (values.size() - 1) * step), attr("cy", y(values.getLast() / most)), attr("r", 2)));
  }

  private static double y(double share) {
    return HEIGHT - EDGE - share * (HEIGHT - 2 * EDGE);
  }
}
