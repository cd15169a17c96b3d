package sluice.report.section;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.each;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.text;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import sluice.lake.ledger.FailedSource;
import sluice.lake.ledger.RunStatus;
import sluice.report.html.Node;
import sluice.report.market.Market;
import sluice.report.model.ReportModel;
import sluice.report.text.Figures;
import sluice.report.text.Times;

/** What the charts are made of, and in a band above them: how old that is, when it is not of this run. */
final class MarketNotes {
  private static final int STALE_DAYS = 7;

  private MarketNotes() {}

  static Node of(ReportModel model, Market market) {
    return all(
        each(bands(model, market), band -> el("p", css("band"), text(band))),
        el("p", css("lead"), text(lead(market))));
  }

  private static String lead(Market market) {
    String share = Figures.share((double) market.statingPay() / market.postings());
    return Figures.count(market.postings(), "posting") + ", of which " + Figures.count(market.statingPay()) + " (" + share + ") state pay"
        + market.newestPosting().map(day -> ". The newest is of " + Times.day(day)).orElse("")
        + market.newestRate().map(day -> ", the newest exchange rate of " + Times.day(day)).orElse("") + ".";
  }

  private static List<String> bands(ReportModel model, Market market) {
    List<String> bands = new ArrayList<>();
    if (model.run().status() == RunStatus.FAILED) {
      bands.add("This run published nothing. The charts show what readers still see: "
          + market.publishedAt().map(moment -> "published " + Times.moment(moment)).orElse("published earlier")
          + market.publishedBy().map(run -> " by run " + run).orElse("") + ".");
    }
    market.newestPosting()
        .map(newest -> ChronoUnit.DAYS.between(newest, Times.dayOf(model.run().startedAt())))
        .filter(days -> days > STALE_DAYS)
        .ifPresent(days -> bands.add("The newest posting is " + Figures.count(days, "day") + " older than this run; the charts end there."));
    for (FailedSource source : model.run().optionalFailed()) {
      bands.add(without(source.source(), market));
    }
    return bands;
  }

  private static String without(String source, Market market) {
    boolean posts = market.sources().stream().anyMatch(state -> state.source().equals(source));
    if (posts) {
      return source + " failed in this run: its postings are those of earlier runs.";
    }
    String rates = market.newestRate().map(MarketNotes::ratesOf).orElse("");
    return source + " failed in this run" + (source.contains("rate") ? rates : "") + ".";
  }

  private static String ratesOf(LocalDate day) {
    return ": pay is converted with the rates up to " + Times.day(day);
  }
}
