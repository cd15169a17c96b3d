package sluice.report.chart;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.id;
import static sluice.report.html.Markup.nothing;

import sluice.report.html.Markup;
import sluice.report.html.Node;

/**
 * The few SVG words our charts are drawn with.
 *
 * <p>Widths are percentages and heights are pixels: so a chart fills its column from phone to paper and its text stays
 * the size it was set in. Text beside the plot hangs out of it into the margin that the style sheet keeps free.
 */
final class Svg {
  private Svg() {}

  /** A picture for everybody: its title and description are read out where it is not seen. */
  static Node picture(Chart chart, String kind, double height, String description, Node... marks) {
    String title = chart.id() + "-title";
    String desc = chart.id() + "-desc";
    return el("svg",
        css("plot " + kind),
        attr("height", height),
        attr("role", "img"),
        attr("aria-labelledby", title + " " + desc),
        el("title", id(title), words(chart.title())),
        el("desc", id(desc), words(description)),
        all(marks));
  }

  static Node words(String text) {
    return Markup.text(text);
  }

  /** What is shown while the pointer rests on a mark. */
  static Node tip(String text) {
    return el("title", text);
  }

  static Node group(String css, Node... parts) {
    return el("g", css.isEmpty() ? nothing() : css(css), all(parts));
  }

  static Node rect(String css, String x, double y, String width, double height, Node... parts) {
    return el("rect", css(css), attr("x", x), attr("y", y), attr("width", width), attr("height", height), all(parts));
  }

  static Node line(String css, String x1, double y1, String x2, double y2) {
    return el("line", css(css), attr("x1", x1), attr("y1", y1), attr("x2", x2), attr("y2", y2));
  }

  static Node dot(String css, String x, double y, double radius, Node... parts) {
    return el("circle", css(css), attr("cx", x), attr("cy", y), attr("r", radius), all(parts));
  }

  /** Text whose start, middle or end is at x. */
  static Node text(String css, Anchor anchor, String x, double y, String text) {
    return text(css, anchor, x, 0, y, text);
  }

  static Node text(String css, Anchor anchor, String x, double dx, double y, String text) {
    return el("text",
        css.isEmpty() ? nothing() : css(css),
        attr("x", x),
        dx == 0 ? nothing() : attr("dx", dx),
        attr("y", y),
        anchor == Anchor.START ? nothing() : attr("text-anchor", anchor.word()),
        words(text));
  }

  /** Which end of a text its x means. */
  enum Anchor {
    START("start"),
    MIDDLE("middle"),
    END("end");

    private final String word;

    Anchor(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
