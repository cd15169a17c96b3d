package sluice.report.section;

import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.each;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.text;

import java.util.Arrays;
import java.util.List;
import sluice.report.html.Node;
import sluice.report.market.Currency;
import sluice.report.market.Market;
import sluice.report.market.MarketQuery;
import sluice.report.model.ReportModel;
import sluice.report.model.Run;
import sluice.report.page.Disclosure;
import sluice.report.text.Figures;

/** What the published tables say about the job market. */
public final class MarketSection implements Section {
  @Override
  public String anchor() {
    return "market";
  }

  @Override
  public String heading() {
    return "The market";
  }

  @Override
  public Node body(View view) {
    ReportModel model = view.model();
    return model.market()
        .filter(market -> market.postings() > 0)
        .map(market -> el("div", css("market"),
            MarketNotes.of(model, market),
            PayFigures.currencySwitch(market),
            el("div", css("market-grid"),
                PayFigures.byTechnology(market),
                PayFigures.bySeniority(market),
                DayFigures.share(market)),
            DayFigures.postings(view, market),
            SourcesTable.of(market),
            each(Arrays.asList(MarketQuery.values()), query -> Disclosure.sql(query.title(), query.sql()))))
        .orElseGet(() -> empty(view));
  }

  private static Node empty(View view) {
    Run run = view.model().run();
    String before = view.past().latest().map(earlier -> " The run before read " + Figures.count(earlier.total().read()) + ".").orElse("");
    return el("p", css("empty"), text("No posting is published yet. This run read " + Figures.count(run.total().read(), "row") + " from "
        + Figures.count(run.datasets().size(), "source") + "." + before));
  }

  static List<Currency> currencies(Market market) {
    return Arrays.stream(Currency.values())
        .filter(currency -> market.payByTechnology().stream().anyMatch(range -> range.currency() == currency)
            || market.payBySeniority().stream().anyMatch(range -> range.currency() == currency))
        .toList();
  }
}
