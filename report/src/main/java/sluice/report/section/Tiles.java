package sluice.report.section;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.nothing;
import static sluice.report.html.Markup.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import sluice.lake.ledger.Counts;
import sluice.report.html.Node;
import sluice.report.model.Check;
import sluice.report.model.Outcome;
import sluice.report.model.ReportModel;
import sluice.report.model.Run;
import sluice.report.page.Links;
import sluice.report.page.Tone;
import sluice.report.text.Figures;
import sluice.report.text.Times;

/** The run in six numbers; the first four are an equation, and the page says so when it does not hold. */
public final class Tiles {
  private Tiles() {}

  public static Node of(View view) {
    Counts total = view.model().run().total();
    List<Node> tiles = new ArrayList<>();
    tiles.add(rows(view, "", "rows read", Tone.QUIET, Counts::read));
    tiles.add(rows(view, "=", "accepted", Tone.QUIET, Counts::accepted));
    tiles.add(rows(view, "+", "quarantined", total.quarantined() > 0 ? Tone.WARN : Tone.QUIET, Counts::quarantined));
    tiles.add(rows(view, "+", "duplicates", Tone.QUIET, Counts::duplicates));
    if (total.missing() != 0) {
      tiles.add(tile("+", "without a verdict", Figures.count(total.missing()), Tone.BAD, Links.to("#problems", "rows are missing")));
    }
    return el("section", css("tiles"), attr("aria-label", "The run in numbers"),
        el("dl", css("equation"), all(tiles)),
        el("dl", css("others"), checks(view.model()), freshness(view.model())));
  }

  private static Node rows(View view, String operator, String name, Tone tone, ToLongFunction<Counts> figure) {
    Run run = view.model().run();
    long now = figure.applyAsLong(run.total());
    // A source that is missing today is a problem of its own; it must not look as if the others had shrunk.
    OptionalDouble mean = view.past().weeklyMean(earlier -> figure.applyAsLong(comparable(earlier, run)));
    return tile(operator, name, Figures.count(now), tone, text(change(now, mean)));
  }

  private static Counts comparable(Run earlier, Run now) {
    return now.datasets().isEmpty() ? earlier.total() : earlier.totalOf(now.datasets().keySet());
  }

  private static String change(long now, OptionalDouble mean) {
    if (mean.isEmpty()) {
      return "first run";
    }
    double usual = mean.getAsDouble();
    if (usual == 0) {
      return now == 0 ? "as in the last 7 days" : "none in the last 7 days";
    }
    // A percentage of a handful of rows is noise; the mean itself says more.
    return usual < 50 ? "7-day mean " + Figures.count(Math.round(usual)) : Figures.change(now / usual - 1) + " on 7-day mean";
  }

  private static Node checks(ReportModel model) {
    List<Check> checks = model.checks();
    if (checks.isEmpty()) {
      return tile("", "tests passed", "none ran", Tone.QUIET, nothing());
    }
    long passed = checks.stream().filter(check -> check.outcome() == Outcome.PASSED).count();
    boolean failed = checks.stream().anyMatch(check -> check.outcome() == Outcome.FAILED);
    Tone tone = passed == checks.size() ? Tone.QUIET : failed ? Tone.BAD : Tone.WARN;
    return tile("", "tests passed", Figures.count(passed) + " / " + Figures.count(checks.size()), tone, Links.to("#quality", "which"));
  }

  private static Node freshness(ReportModel model) {
    return model.market().flatMap(market -> market.publishedAt())
        .map(moment -> tile("", "published", Times.clock(moment), Tone.QUIET, text("UTC, " + Times.day(Times.dayOf(moment)) + ", " + by(model, moment))))
        .orElseGet(() -> tile("", "published", "nothing yet", Tone.WARN, nothing()));
  }

  private static String by(ReportModel model, Instant published) {
    boolean byThisRun = model.market().flatMap(market -> market.publishedBy()).filter(model.run().id()::equals).isPresent();
    return byThisRun ? "by this run" : Times.age(published, model.writtenAt()) + " before this page";
  }

  private static Node tile(String operator, String name, String value, Tone tone, Node note) {
    return el("div", css("tile"),
        el("dt", operator.isEmpty() ? nothing() : el("span", css("operator"), text(operator)), text(name)),
        el("dd", css("value " + tone.css()), text(value)),
        el("dd", css("change"), note));
  }
}
