package sluice.report.chart;

import static sluice.report.chart.Svg.Anchor.END;
import static sluice.report.chart.Svg.Anchor.MIDDLE;
import static sluice.report.chart.Svg.Anchor.START;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.percent;
import static sluice.report.html.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sluice.report.html.Markup;
import sluice.report.html.Node;
import sluice.report.market.Currency;
import sluice.report.market.PayRange;
import sluice.report.page.Table;
import sluice.report.text.Clip;
import sluice.report.text.Figures;

/** Monthly pay of groups of postings: a dot for the median, a bar for the middle half, one row for each group. */
public record PayChart(String id, String title, String groupedBy, Currency currency, List<PayRange> rows) implements Chart {
  private static final double TOP = 22;
  private static final double ROW = 27;
  private static final double BOTTOM = 24;
  private static final int LONGEST_NAME = 14;

  @Override
  public String unit() {
    return currency + " a month";
  }

  @Override
  public Node legend() {
    return el("ul", css("legend"),
        el("li", el("i", css("swatch median")), text("median")),
        el("li", el("i", css("swatch half")), text("middle half of the postings")),
        el("li", el("span", css("mute"), text("n = postings that state pay"))));
  }

  @Override
  public Node drawing() {
    Scale scale = Scale.ofAmounts(rows.stream().mapToDouble(PayRange::upper).max().orElse(0), 4);
    double floor = TOP + ROW * rows.size();
    List<Node> marks = new ArrayList<>();
    marks.add(Svg.text("mute", END, "0", -8, TOP - 8, "n"));
    marks.add(Svg.text("mute", START, "100%", 8, TOP - 8, "median"));
    for (double tick : scale.ticks()) {
      marks.add(Svg.line("grid", scale.at(tick), TOP, scale.at(tick), floor));
      // On a phone there is room for every other number only.
      boolean between = Math.round(tick / scale.step()) % 2 == 1;
      marks.add(Svg.text(between ? "mute between" : "mute", MIDDLE, scale.at(tick), floor + 17, Figures.amount(tick)));
    }
    for (int i = 0; i < rows.size(); i++) {
      marks.add(row(rows.get(i), scale, TOP + ROW * (i + 0.5)));
    }
    return Svg.picture(this, "pay", floor + BOTTOM, description(), Markup.all(marks));
  }

  private Node row(PayRange range, Scale scale, double middle) {
    double width = scale.share(range.upper()) - scale.share(range.lower());
    return Svg.group("",
        Svg.tip(sentence(range)),
        Svg.rect("hover", "0", middle - ROW / 2, "100%", ROW),
        Svg.text("", END, "0", -54, middle + 4, Clip.end(range.group(), LONGEST_NAME)),
        Svg.text("mute", END, "0", -8, middle + 4, Figures.count(range.postings())),
        Svg.rect("half", scale.at(range.lower()), middle - 5, percent(width), 10),
        Svg.dot("median", scale.at(range.median()), middle, 5.5),
        Svg.text("strong", START, "100%", 8, middle + 4, Figures.amount(range.median())));
  }

  private String sentence(PayRange range) {
    return range.group() + ": median " + Figures.amount(range.median()) + " " + unit() + ", half of "
        + Figures.count(range.postings(), "posting") + " between " + Figures.amount(range.lower()) + " and "
        + Figures.amount(range.upper());
  }

  private String description() {
    return rows.stream().map(this::sentence).collect(Collectors.joining("; ", "", "."));
  }

  @Override
  public Node table() {
    Table table = new Table(title + ", " + unit())
        .texts(groupedBy)
        .numbers("postings with pay", "lower quartile", "median", "upper quartile")
        .sortable();
    for (PayRange range : rows) {
      table.row(Table.cell(range.group()), Table.cell(range.postings()), money(range.lower()), money(range.median()), money(range.upper()));
    }
    return table.node();
  }

  private static Node money(double amount) {
    return Table.cell(amount, Figures.amount(amount));
  }
}
