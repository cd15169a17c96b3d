package sluice.report.section;

import static sluice.report.html.Markup.each;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.id;
import static sluice.report.html.Markup.nothing;

import java.util.ArrayList;
import java.util.List;
import sluice.report.chart.DayRuns;
import sluice.report.chart.Palette;
import sluice.report.chart.PostingDays;
import sluice.report.chart.PostingsChart;
import sluice.report.chart.ShareChart;
import sluice.report.html.Node;
import sluice.report.market.Market;
import sluice.report.market.SourceState;
import sluice.report.model.Run;
import sluice.report.page.Anchors;
import sluice.report.page.Figure;
import sluice.report.text.Times;

/** The charts over days; with more sources than colours each source gets a chart of its own. */
final class DayFigures {
  private DayFigures() {}

  static Node postings(View view, Market market) {
    PostingDays days = new PostingDays(market.days());
    List<Run> runs = new ArrayList<>(view.past().runs());
    runs.add(view.past().now());
    DayRuns dayRuns = new DayRuns(runs);
    boolean missed = days.days().stream().anyMatch(dayRuns::missed);
    return el("div", id("postings-by-day"), each(panels(days), panel -> Figure.of(
        new PostingsChart("chart-postings" + suffix(panel, days), "Postings by day and source" + only(panel, days), panel, dayRuns, palette(market)),
        missed ? Figure.note("Hatched: no run that day.") : nothing(),
        each(absent(market, days), source -> Figure.note(source.source() + " has no posting in these days; its newest is of "
            + Times.day(source.newestPosting().orElseThrow()) + ".")))));
  }

  static Node share(Market market) {
    PostingDays days = new PostingDays(market.days());
    return el("div", id("share-stating-pay"), each(panels(days), panel -> Figure.of(
        new ShareChart("chart-share" + suffix(panel, days), "Postings that state pay" + only(panel, days), panel, palette(market)))));
  }

  private static List<SourceState> absent(Market market, PostingDays days) {
    return market.sources().stream()
        .filter(source -> source.newestPosting().isPresent() && !days.sources().contains(source.source()))
        .toList();
  }

  private static Palette palette(Market market) {
    return new Palette(market.sources().stream().map(SourceState::source).toList());
  }

  private static List<PostingDays> panels(PostingDays days) {
    if (days.isEmpty()) {
      return List.of();
    }
    return days.sources().size() <= Palette.MOST ? List.of(days) : days.sources().stream().map(days::only).toList();
  }

  private static String suffix(PostingDays panel, PostingDays all) {
    return panel == all ? "-by-source" : "-" + Anchors.slug(panel.sources().getFirst());
  }

  private static String only(PostingDays panel, PostingDays all) {
    return panel == all ? "" : ": " + panel.sources().getFirst();
  }
}
