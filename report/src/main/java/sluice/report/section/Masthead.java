package sluice.report.section;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.each;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.maybe;
import static sluice.report.html.Markup.nothing;
import static sluice.report.html.Markup.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.lake.ledger.RunStatus;
import sluice.report.html.Node;
import sluice.report.model.Problem;
import sluice.report.model.ReportModel;
import sluice.report.model.Run;
import sluice.report.page.Badge;
import sluice.report.page.Command;
import sluice.report.page.Tone;
import sluice.report.text.Figures;
import sluice.report.text.Times;
import sluice.report.verdict.Headline;
import sluice.report.verdict.Sentences;

/** The first thing seen: did it work, why not, and does anybody have to do anything. */
public final class Masthead {
  private Masthead() {}

  public static Node of(View view) {
    ReportModel model = view.model();
    Run run = model.run();
    Headline headline = Headline.of(run, view.findings());
    Tone tone = headline.tone();
    return el("header", css("verdict " + tone.css()),
        el("p", css("kicker"), text(model.title() + " · " + place(model))),
        el("h1", el("span", css("word " + tone.css()), Badge.glyph(tone), text(" " + headline.words())), text(" "), when(run)),
        el("p", css("story"), text(Sentences.story(model, view.findings()))),
        advice(view),
        el("ul", css("facts"), each(facts(view), fact -> el("li", fact))));
  }

  private static Node when(Run run) {
    return el("time", attr("datetime", run.startedAt().toString()), text(Times.moment(run.startedAt())));
  }

  private static Node advice(View view) {
    List<Problem> findings = view.findings();
    Optional<String> command = findings.stream().limit(1).flatMap(problem -> problem.next().stream()).findFirst();
    return el("p", css("advice"),
        el("b", Sentences.advice(findings)),
        findings.isEmpty() ? nothing() : all(text(" "), el("a", attr("href", "#problems"), text("See below"))),
        maybe(command, line -> all(text(" or type "), Command.line(line))));
  }

  private static List<Node> facts(View view) {
    ReportModel model = view.model();
    Run run = model.run();
    List<Node> facts = new ArrayList<>();
    facts.add(all(text("run "), el("code", run.id()), Command.copy(run.id())));
    facts.add(text("trigger: " + run.trigger()));
    facts.add(text("took " + Figures.time(run.took()) + usual(view)));
    model.versions().entrySet().stream().limit(1).forEach(version -> facts.add(text(version.getKey() + " " + version.getValue())));
    return facts;
  }

  private static String usual(View view) {
    if (view.model().run().status() == RunStatus.FAILED) {
      return "";
    }
    return view.past().weeklyMean(run -> run.took().toMillis()).stream()
        .mapToObj(mean -> " (7-day mean " + Figures.time(Duration.ofMillis(Math.round(mean))) + ")")
        .findFirst()
        .orElse("");
  }

  private static String place(ReportModel model) {
    return model.place().name() + model.place().detail().map(detail -> " (" + detail + ")").orElse("");
  }
}
