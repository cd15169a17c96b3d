package sluice.report.chart;

import static sluice.report.chart.Svg.Anchor.END;
import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.each;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.percent;
import static sluice.report.html.Markup.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.report.html.Node;
import sluice.report.market.PostingDay;
import sluice.report.page.Table;
import sluice.report.text.Figures;
import sluice.report.text.Times;

/** Which share of each day's postings states pay, one line a source; a day without postings is a gap, not a zero. */
public record ShareChart(String id, String title, PostingDays postings, Palette palette) implements Chart {
  private static final double TOP = 10;
  private static final double PLOT = 150;
  private static final double FLOOR = TOP + PLOT;
  private static final double BOTTOM = 24;

  @Override
  public String unit() {
    return "% of each day's postings, " + postings.span();
  }

  @Override
  public Node legend() {
    return el("ul", css("legend"), each(postings.sources(), source ->
        el("li", Mark.swatch(palette.number(source)), text(source + " "), el("span", css("mute"), text(overall(source))))));
  }

  private String overall(String source) {
    long n = postings.total(source);
    return n == 0 ? "no postings" : Figures.share((double) postings.statingPay(source) / n) + " of " + Figures.count(n);
  }

  @Override
  public Node drawing() {
    DayAxis axis = new DayAxis(postings.days());
    Scale scale = Scale.ofShares();
    List<Node> marks = new ArrayList<>();
    for (double tick : scale.ticks()) {
      marks.add(Svg.line("grid", "0", y(tick), "100%", y(tick)));
      marks.add(Svg.text("mute", END, "0", -8, y(tick) + 4, Figures.share(tick)));
    }
    postings.sources().forEach(source -> marks.add(series(source, axis)));
    marks.add(axis.labels(FLOOR + 18));
    return Svg.picture(this, "days share", FLOOR + BOTTOM, description(), all(marks));
  }

  private Node series(String source, DayAxis axis) {
    List<Node> lines = new ArrayList<>();
    List<Node> points = new ArrayList<>();
    Optional<PostingDay> before = Optional.empty();
    for (int i = 0; i < postings.days().size(); i++) {
      Optional<PostingDay> now = postings.of(source, postings.days().get(i));
      if (before.isPresent() && now.isPresent()) {
        lines.add(Svg.line("stroke " + palette.css(source),
            percent(axis.middle(i - 1)), y(share(before.get())), percent(axis.middle(i)), y(share(now.get()))));
      }
      String x = percent(axis.middle(i));
      now.ifPresent(day -> points.add(Mark.at(palette.number(source), x, y(share(day)), sentence(day))));
      before = now;
    }
    return all(all(lines), all(points));
  }

  private static double share(PostingDay day) {
    return (double) day.statingPay() / day.postings();
  }

  private static double y(double share) {
    return FLOOR - share * PLOT;
  }

  private static String sentence(PostingDay day) {
    return Times.day(day.day()) + " " + day.source() + ": " + Figures.count(day.statingPay()) + " of "
        + Figures.count(day.postings()) + " state pay";
  }

  private String description() {
    return postings.sources().stream().map(source -> source + " " + overall(source)).collect(Collectors.joining("; ", "", "."));
  }

  @Override
  public Node table() {
    Table table = new Table(title).texts("day").numbers(postings.sources().toArray(String[]::new)).sortable();
    for (LocalDate day : postings.days().reversed()) {
      List<Node> cells = new ArrayList<>();
      cells.add(all(attr("data-v", day.toString()), text(Times.day(day))));
      postings.sources().forEach(source -> cells.add(postings.of(source, day)
          .map(row -> Table.cell(share(row), Figures.share(share(row)) + " of " + Figures.count(row.postings())))
          .orElseGet(() -> Table.cell(-1, "no postings"))));
      table.row(cells.toArray(Node[]::new));
    }
    return table.node();
  }
}
