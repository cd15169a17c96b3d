package sluice.report.page;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;

import sluice.report.html.Node;

/** Detail that is there for those who open it; print opens all. */
public final class Disclosure {
  private Disclosure() {}

  public static Node of(String summary, Node... content) {
    return el("details", el("summary", summary), el("div", css("inside"), all(content)));
  }

  /** The query that gave the figures above. */
  public static Node sql(String name, String sql) {
    return of("SQL: " + name, el("pre", el("code", sql)), Command.copy(sql));
  }
}
