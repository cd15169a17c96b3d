package sluice.report.page;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.nothing;
import static sluice.report.html.Markup.text;

import sluice.report.html.Node;

/** Links that can only go to a place in the page or to an https address; everything else stays plain text. */
public final class Links {
  private Links() {}

  public static Node to(String address, String words) {
    if (address.matches("#[a-z0-9-]+")) {
      return el("a", attr("href", address), text(words));
    }
    if (address.startsWith("https://")) {
      return el("a", attr("href", address), attr("rel", "noopener noreferrer"), text(words));
    }
    return address.isBlank() ? nothing() : all(text(words + ": " + address));
  }
}
