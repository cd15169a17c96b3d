package sluice.report.page;

import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.text;

import sluice.report.html.Node;

/** A line to type, with a button that copies it where the browser can. */
public final class Command {
  private Command() {}

  public static Node line(String command) {
    return el("span", css("command"), el("code", command), copy(command));
  }

  /** Without the script the button is not shown; the text can still be selected. */
  public static Node copy(String what) {
    return el("button", css("copy"), attr("type", "button"), attr("data-copy", what), attr("aria-label", "Copy " + what), text("copy"));
  }
}
