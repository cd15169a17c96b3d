package sluice.report.section;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.nothing;
import static sluice.report.html.Markup.text;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sluice.report.chart.CheckGrid;
import sluice.report.html.Node;
import sluice.report.model.Check;
import sluice.report.model.Outcome;
import sluice.report.page.Badge;
import sluice.report.page.Disclosure;
import sluice.report.page.Table;
import sluice.report.page.Tone;
import sluice.report.text.Clip;
import sluice.report.text.Figures;

/** What the tests said: those that did not pass in full view, all of them a click away. */
public final class QualitySection implements Section {
  private static final int LONGEST_MESSAGE = 300;

  @Override
  public String anchor() {
    return "quality";
  }

  @Override
  public String heading() {
    return "Quality";
  }

  @Override
  public Node body(View view) {
    List<Check> checks = view.model().checks();
    if (checks.isEmpty()) {
      return el("p", css("empty"), text("No test ran: the build was not reached, or left no results."));
    }
    List<Check> open = checks.stream().filter(check -> check.outcome() != Outcome.PASSED).toList();
    return all(
        el("p", css("lead"), text(summary(checks))),
        open.isEmpty() ? nothing() : table(view, "Tests that did not pass", open),
        CheckGrid.of(view.model().checks(), view.model().checkHistory()),
        Disclosure.of("Show all " + Figures.count(checks.size(), "test"), table(view, "All tests", passedLast(checks, open))),
        el("p", css("from"), text("From dbt's run_results.json of this run.")));
  }

  // The open ones stand above, and their anchors lead there; here they come first again.
  private static List<Check> passedLast(List<Check> checks, List<Check> open) {
    List<Check> passed = checks.stream()
        .filter(check -> check.outcome() == Outcome.PASSED)
        .sorted(Comparator.comparing(Check::on).thenComparing(Check::name))
        .toList();
    return Stream.concat(open.stream(), passed.stream()).toList();
  }

  private static String summary(List<Check> checks) {
    String outcomes = Stream.of(Outcome.values())
        .filter(outcome -> count(checks, outcome) > 0 || outcome == Outcome.PASSED)
        .map(outcome -> Figures.count(count(checks, outcome)) + " " + outcome.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
    long unit = checks.stream().filter(check -> check.kind() == Check.Kind.UNIT).count();
    return "Of " + Figures.count(checks.size(), "dbt test") + ": " + outcomes + ". "
        + (unit == 0 ? "All of them read the data." : Figures.count(unit) + " of them check the SQL itself on rows written for it.");
  }

  private static long count(List<Check> checks, Outcome outcome) {
    return checks.stream().filter(check -> check.outcome() == outcome).count();
  }

  private static Node table(View view, String caption, List<Check> checks) {
    Table table = new Table(caption).texts("outcome", "test", "on").numbers("rows against it", "seconds").texts("what it said").sortable().cards();
    for (Check check : checks) {
      Node[] cells = {
        Badge.of(Tone.of(check.outcome()), check.outcome()),
        el("code", check.name()),
        text(check.on()),
        Table.cell(check.failures()),
        Table.cell(check.took().toMillis(), Figures.time(check.took())),
        text(check.message().map(message -> Clip.end(message, LONGEST_MESSAGE)).orElse(""))
      };
      table.rowAt(view.anchors().claim("rule-" + check.name()), cells);
    }
    return table.node();
  }
}
