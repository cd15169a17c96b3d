package sluice.report.chart;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.each;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.nothing;
import static sluice.report.html.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import sluice.report.html.Node;
import sluice.report.model.Check;
import sluice.report.model.CheckRun;
import sluice.report.model.Outcome;
import sluice.report.page.Tone;
import sluice.report.text.Figures;

/** Test by run: a glyph for each, and only the tests that did not always pass; the rest is one sentence. */
public final class CheckGrid {
  private static final int MOST_RUNS = 30;

  private CheckGrid() {}

  /** @param history earlier runs, the oldest first */
  public static Node of(List<Check> checks, List<CheckRun> history) {
    if (history.isEmpty()) {
      return nothing();
    }
    List<CheckRun> runs = new ArrayList<>(history);
    runs.add(new CheckRun("this run", checks.stream().collect(Collectors.toMap(Check::name, Check::outcome, (first, second) -> worse(first, second)))));
    List<CheckRun> shown = runs.subList(Math.max(0, runs.size() - MOST_RUNS), runs.size());
    TreeSet<String> names = shown.stream().flatMap(run -> run.outcomes().keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
    List<String> restless = names.stream().filter(name -> shown.stream().anyMatch(run -> !quiet(run.outcomes(), name))).toList();
    return el("figure", attr("id", "chart-test-history"),
        el("figcaption", el("b", "Tests that did not always pass"), el("span", css("unit"), text("one column a run, the last is this one"))),
        restless.isEmpty() ? nothing() : el("div", css("scroll"), attr("tabindex", "0"), attr("role", "group"), attr("aria-label", "Test history"), table(restless, shown)),
        el("p", css("note"), text(rest(names.size() - restless.size(), shown.size()))));
  }

  private static Outcome worse(Outcome one, Outcome other) {
    return one == Outcome.FAILED || other == Outcome.PASSED ? one : other;
  }

  private static boolean quiet(Map<String, Outcome> outcomes, String name) {
    return outcomes.getOrDefault(name, Outcome.PASSED) == Outcome.PASSED;
  }

  private static Node table(List<String> names, List<CheckRun> runs) {
    return el("table", css("grid-of-checks"), el("caption", "Outcome of each test in the last runs"),
        el("tbody", each(names, name -> el("tr",
            el("th", attr("scope", "row"), el("code", name)),
            each(runs, run -> cell(run, name))))));
  }

  private static Node cell(CheckRun run, String name) {
    Outcome outcome = run.outcomes().get(name);
    if (outcome == null) {
      return el("td", css("quiet"), attr("title", run.runId() + ": did not run"), text(Tone.QUIET.glyph()));
    }
    Tone tone = Tone.of(outcome);
    return el("td", css(tone.css()), attr("title", run.runId() + ": " + outcome.name().toLowerCase(java.util.Locale.ROOT)), all(text(tone.glyph())));
  }

  private static String rest(long others, int runs) {
    if (others == 0) {
      return "✓ passed · ! warned · ✗ failed · · did not run";
    }
    return Figures.count(others, "other test") + " passed in all " + Figures.count(runs, "run") + ". ✓ passed  ! warned  ✗ failed  · did not run";
  }
}
