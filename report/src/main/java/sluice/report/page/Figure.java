package sluice.report.page;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.id;
import static sluice.report.html.Markup.nothing;
import static sluice.report.html.Markup.text;

import sluice.report.chart.Chart;
import sluice.report.html.Node;

/** A chart with its heading, its unit, its key, what to know about it and its numbers as a table. */
public final class Figure {
  private Figure() {}

  public static Node of(Chart chart, Node... notes) {
    return el("figure", id(chart.id()),
        el("figcaption", el("b", chart.title()), el("span", css("unit"), text(chart.unit()))),
        chart.legend(),
        chart.drawing(),
        notes.length == 0 ? nothing() : all(notes),
        Disclosure.of("Show as table", chart.table()));
  }

  public static Node note(String text) {
    return el("p", css("note"), text(text));
  }
}
