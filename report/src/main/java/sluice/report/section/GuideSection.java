package sluice.report.section;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;

import sluice.report.html.Node;

/** What the words, marks and figures on the page mean. */
public final class GuideSection implements Section {
  @Override
  public String anchor() {
    return "guide";
  }

  @Override
  public String heading() {
    return "How to read this page";
  }

  @Override
  public Node body(View view) {
    return el("dl", css("guide"), all(
        entry("SUCCEEDED, PARTIAL, FAILED",
            "All published; all required published, an optional source is missing; nothing new published, readers keep what they had."),
        entry("read = accepted + quarantined + duplicates",
            "Every row that was read ends in exactly one of the three. If it does not add up, the page says so first."),
        entry("quarantined",
            "Held back with a reason, not lost: the object lies in the quarantine zone and can go through the gate again."),
        entry("duplicate", "The same key with the same content as a row already accepted. New content under the same key is a new version; readers see the latest."),
        entry("median, middle half",
            "Half of the postings state less than the median, half more; a quarter lies below the bar, a quarter above it. "
                + "Counted from the middle of each advert's range, only where pay is stated."),
        entry("n", "How many postings of the group state pay; the fewer, the less its median says."),
        entry("pay a month",
            "Hourly pay × 168, day rates × 260 ÷ 12, annual pay ÷ 12; converted with the latest exchange rate on or before the posting's day. Gross, as advertised."),
        entry("7-day mean", "Of the runs of the last 7 days that published something, without this one."),
        entry("hatched day, ✗ above a day", "No run that day; a run that failed. A gap in a line: no postings, which is not zero per cent."),
        entry("times", "All in UTC. The page is a picture of one moment: it does not change, asks no server, and can be mailed or kept.")));
  }

  private static Node entry(String term, String meaning) {
    return el("div", el("dt", term), el("dd", meaning));
  }
}
