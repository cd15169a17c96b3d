package sluice.report.section;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.each;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.id;
import static sluice.report.html.Markup.nothing;
import static sluice.report.html.Markup.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import sluice.report.chart.PayChart;
import sluice.report.html.Node;
import sluice.report.market.Biggest;
import sluice.report.market.Career;
import sluice.report.market.Currency;
import sluice.report.market.Market;
import sluice.report.market.PayRange;
import sluice.report.page.Figure;
import sluice.report.text.Clip;
import sluice.report.text.Figures;

/** The pay charts, once for each currency; the style sheet shows the one that is switched to. */
final class PayFigures {
  private static final int NAMED = 15;
  private static final int FEWEST = 3;
  private static final int LONGEST_NAME = 30;

  private PayFigures() {}

  static Node currencySwitch(Market market) {
    List<Currency> currencies = MarketSection.currencies(market);
    return currencies.size() < 2 ? nothing() : el("fieldset", css("switch"), el("legend", "Pay in"), each(currencies, currency -> all(
        el("input", attr("type", "radio"), attr("name", "currency"), id("show-" + word(currency)),
            currency == currencies.getFirst() ? attr("checked", "checked") : nothing()),
        el("label", attr("for", "show-" + word(currency)), text(currency.name())))));
  }

  static Node byTechnology(Market market) {
    return el("div", id("pay-by-technology"), css("tall"), each(MarketSection.currencies(market), currency -> {
      Biggest biggest = Biggest.of(in(currency, market.payByTechnology()));
      PayChart chart = new PayChart("chart-pay-by-technology-" + word(currency), "Median monthly pay by technology", "technology", currency, biggest.drawn());
      return figure(currency, chart, biggest.threshold(), Figure.note(about(biggest)), others(biggest));
    }));
  }

  static Node bySeniority(Market market) {
    return el("div", id("pay-by-seniority"), each(MarketSection.currencies(market), currency -> {
      List<PayRange> all = in(currency, market.payBySeniority());
      List<PayRange> levels = all.stream().filter(range -> range.postings() >= FEWEST).sorted(Career.order()).toList();
      return figure(currency, new PayChart("chart-pay-by-seniority-" + word(currency), "Pay by seniority", "level", currency, levels), FEWEST,
          levels.size() == all.size() ? nothing() : Figure.note("Levels with fewer than " + FEWEST + " postings are left out."));
    }));
  }

  private static Node figure(Currency currency, PayChart chart, int threshold, Node... notes) {
    return el("div", css("in " + word(currency)), chart.rows().isEmpty()
        ? el("figure", el("figcaption", el("b", chart.title())), el("p", css("empty"),
            text("Nothing to draw: no " + chart.groupedBy() + " is named by " + threshold + " postings that state pay.")))
        : Figure.of(chart, notes));
  }

  private static List<PayRange> in(Currency currency, List<PayRange> ranges) {
    return ranges.stream().filter(range -> range.currency() == currency).toList();
  }

  private static String about(Biggest biggest) {
    String which = "The " + Figures.count(biggest.drawn().size(), "technology") + " named by most postings with pay, each by at least " + biggest.threshold();
    return which + (biggest.lowered() ? "; usually it takes 20, but there is too little data." : ".");
  }

  private static Node others(Biggest biggest) {
    if (biggest.others().isEmpty()) {
      return nothing();
    }
    String named = biggest.others().stream()
        .limit(NAMED)
        .map(range -> Clip.end(range.group(), LONGEST_NAME) + " (" + Figures.count(range.postings()) + ")")
        .collect(Collectors.joining(", "));
    long left = biggest.others().size() - NAMED;
    return Figure.note("Not drawn: " + named + (left > 0 ? " and " + Figures.count(left) + " more" : "") + ".");
  }

  private static String word(Currency currency) {
    return currency.name().toLowerCase(Locale.ROOT);
  }
}
