package sluice.report.section;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.attr;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.maybe;
import static sluice.report.html.Markup.text;

import java.util.Locale;
import sluice.lake.ledger.RunStatus;
import sluice.report.html.Node;
import sluice.report.model.Quarantined;
import sluice.report.page.Badge;
import sluice.report.page.Command;
import sluice.report.page.Table;
import sluice.report.page.Tone;
import sluice.report.text.Clip;
import sluice.report.text.Figures;
import sluice.report.text.Times;

/** What the gate held back, why, and where the very row is. */
public final class QuarantineSection implements Section {
  private static final int LONGEST_EXAMPLE = 200;
  private static final int LONGEST_KEY = 72;

  @Override
  public String anchor() {
    return "quarantine";
  }

  @Override
  public String heading() {
    return "Quarantine";
  }

  @Override
  public Node body(View view) {
    if (view.model().quarantined().isEmpty()) {
      return el("p", css("empty"), Badge.of(Tone.OK, "Nothing is held back."), text(view.model().run().status() == RunStatus.FAILED ? "" : " Every row that was read is accepted or a known duplicate."));
    }
    Table table = new Table("What is held back").texts("reason", "dataset", "held back", "example", "where it is", "first seen", "what to do").cards();
    for (Quarantined entry : view.model().quarantined()) {
      table.rowAt(view.anchors().claim(entry.id()),
          all(el("b", entry.reason()), el("div", css("mute"), el("code", entry.id()))),
          text(entry.dataset()),
          text(extent(entry)),
          maybe(entry.example(), example -> el("code", Clip.end(example, LONGEST_EXAMPLE))),
          place(entry),
          text(Times.shortMoment(entry.firstSeen()) + " UTC"),
          maybe(entry.next(), Command::line));
    }
    return all(table.node(), el("p", css("from"), text("The rows stay under quarantine/ with a .reason.json beside each object; nothing is deleted.")));
  }

  private static String extent(Quarantined entry) {
    String rows = entry.rows().map(n -> Figures.count(n, "row")).orElse("rows not countable");
    return entry.extent() == Quarantined.Extent.OBJECT ? "whole object, " + rows : rows;
  }

  private static Node place(Quarantined entry) {
    return all(
        el("code", css("key"), attr("title", entry.object()), text(Clip.middle(entry.object(), LONGEST_KEY))),
        maybe(entry.row(), row -> el("div", "row " + String.format(Locale.ROOT, "%,d", row))),
        maybe(entry.rule(), rule -> el("div", css("mute"), text("rule at " + rule))));
  }
}
