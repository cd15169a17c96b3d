package sluice.report.chart;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.percent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import sluice.report.html.Node;
import sluice.report.text.Times;

/** The days below a chart, each in a slot of the same width; every week is named, counted back from the last day. */
record DayAxis(List<LocalDate> days) {
  private static final int WEEK = 7;

  double slot() {
    return 1.0 / days.size();
  }

  /** The left edge of a day's slot. */
  double left(int day) {
    return day * slot();
  }

  double middle(int day) {
    return (day + 0.5) * slot();
  }

  Node labels(double y) {
    List<Node> labels = new ArrayList<>();
    for (int i = days.size() - 1; i >= 0; i -= WEEK) {
      boolean last = i == days.size() - 1;
      labels.add(last
          ? Svg.text("mute", Svg.Anchor.END, "100%", y, Times.shortDay(days.get(i)))
          : Svg.text("mute", Svg.Anchor.MIDDLE, percent(middle(i)), y, Times.shortDay(days.get(i))));
    }
    return all(labels);
  }
}
