package sluice.report.section;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.each;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.maybe;
import static sluice.report.html.Markup.nothing;
import static sluice.report.html.Markup.text;

import java.util.List;
import sluice.report.html.Node;
import sluice.report.model.Check;
import sluice.report.model.Outcome;
import sluice.report.model.Problem;
import sluice.report.model.ReportModel;
import sluice.report.page.Badge;
import sluice.report.page.Command;
import sluice.report.page.Links;
import sluice.report.page.Table;
import sluice.report.page.Tone;
import sluice.report.text.Clip;
import sluice.report.text.Figures;
import sluice.report.text.Times;

/** What somebody may have to look at, the worst first, each with what to type. */
public final class ProblemsSection implements Section {
  private static final int LONGEST_STORY = 600;

  @Override
  public String anchor() {
    return "problems";
  }

  @Override
  public String heading() {
    return "Problems";
  }

  @Override
  public Node body(View view) {
    if (view.findings().isEmpty()) {
      return el("p", css("empty"), Badge.of(Tone.OK, "Nothing to do."), text(" " + passed(view.model())));
    }
    Table table = new Table("Problems, the worst first").texts("level", "where", "what happened", "since", "what to do").cards();
    for (Problem problem : view.findings()) {
      table.rowAt(view.anchors().claim(problem.code()),
          Badge.of(Tone.of(problem.level()), problem.level()),
          el("b", problem.where()),
          story(problem),
          text(problem.since().map(since -> Times.shortMoment(since) + " UTC").orElse("this run")),
          todo(problem));
    }
    return table.node();
  }

  private static String passed(ReportModel model) {
    List<Check> checks = model.checks();
    if (checks.isEmpty()) {
      return "Every row is accounted for.";
    }
    long passed = checks.stream().filter(check -> check.outcome() == Outcome.PASSED).count();
    return Figures.count(passed) + " of " + Figures.count(checks.size(), "test") + " passed, every row is accounted for.";
  }

  private static Node story(Problem problem) {
    return all(
        el("code", css("code"), text(problem.code())),
        text(" " + Clip.end(problem.what(), LONGEST_STORY)),
        problem.tried().isEmpty() ? nothing() : aside("already tried", String.join("; ", problem.tried())),
        maybe(problem.safe(), safe -> aside("what is safe", safe)));
  }

  private static Node aside(String name, String what) {
    return el("div", css("aside"), el("span", css("mute"), text(name + ": ")), text(what));
  }

  private static Node todo(Problem problem) {
    if (problem.next().isEmpty() && problem.link().isEmpty()) {
      return el("span", css("mute"), text("look at it"));
    }
    return all(
        each(problem.next(), command -> el("div", Command.line(command))),
        maybe(problem.link(), link -> el("div", Links.to(link, "show it"))));
  }
}
