package sluice.report.chart;

import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;

import sluice.report.html.Node;

/** A small shape for a point; each series has its own, so that lines are told apart without colour. */
final class Mark {
  private static final String[] SHAPES = {
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
    "M-3.6 -3.6h7.2v7.2h-7.2z",
    "M0 -4.8L4.6 3.4H-4.6z",
    "M0 -5L5 0L0 5L-5 0z",
    "M-4.6 -3.4H4.6L0 4.8z"
  };

  private Mark() {}

  /** A nested picture is the one way to put a path at a percentage. */
  static Node at(int series, String x, double y, String tip) {
    return el("svg", css("mark"), attr("x", x), attr("y", y), el("path", css("s" + series), attr("d", SHAPES[series - 1]), Svg.tip(tip)));
  }

  static Node swatch(int series) {
    return el("svg", css("swatch"), attr("viewBox", "-6 -6 12 12"), attr("aria-hidden", "true"),
        el("path", css("s" + series), attr("d", SHAPES[series - 1])));
  }
}
