package sluice.report.page;

import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.each;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.id;
import static sluice.report.html.Markup.text;
import static sluice.report.html.Markup.verbatim;

import java.util.List;
import sluice.report.html.Node;
import sluice.report.html.Writer;
import sluice.report.section.Masthead;
import sluice.report.section.Section;
import sluice.report.section.Tiles;
import sluice.report.section.View;
import sluice.report.text.Times;

/** The whole page: the policy before anything else, the verdict before any detail. */
public final class Page {
  private Page() {}

  public static String of(View view, List<Section> sections) {
    // The sections have their names first, so that a problem called "market" cannot take one.
    sections.forEach(section -> view.anchors().claim(section.anchor()));
    return "<!doctype html>" + Writer.write(el("html", attr("lang", "en"), head(view), body(view, sections))) + "\n";
  }

  private static Node head(View view) {
    return el("head",
        el("meta", attr("charset", "utf-8")),
        el("meta", attr("http-equiv", "Content-Security-Policy"), attr("content", Assets.policy())),
        verbatim("\n"),
        el("meta", attr("name", "viewport"), attr("content", "width=device-width, initial-scale=1")),
        el("meta", attr("name", "color-scheme"), attr("content", "light dark")),
        el("meta", attr("name", "referrer"), attr("content", "no-referrer")),
        el("title", view.model().run().status() + " · " + view.model().title() + " · " + Times.shortMoment(view.model().run().startedAt()) + " · Sluice"),
        el("style", verbatim(Assets.STYLE)));
  }

  private static Node body(View view, List<Section> sections) {
    return el("body",
        Masthead.of(view),
        Tiles.of(view),
        el("nav", attr("aria-label", "Sections"), each(sections, section -> el("a", attr("href", "#" + section.anchor()), text(name(section, view))))),
        el("main", each(sections, section -> section(section, view))),
        el("footer", css("mute"), text("Written by Sluice, " + Times.moment(view.model().writtenAt()) + ". One file, no network.")),
        el("script", verbatim(Assets.SCRIPT)));
  }

  private static String name(Section section, View view) {
    int findings = view.findings().size();
    return section.anchor().equals("problems") && findings > 0 ? section.heading() + " (" + findings + ")" : section.heading();
  }

  private static Node section(Section section, View view) {
    String heading = view.anchors().claim("heading-" + section.anchor());
    return el("section", id(section.anchor()), attr("aria-labelledby", heading), el("h2", id(heading), text(section.heading())), section.body(view));
  }
}
