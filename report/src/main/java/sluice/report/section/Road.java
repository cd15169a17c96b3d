package sluice.report.section;

import static sluice.report.html.Markup.all;
import static sluice.report.html.Markup.css;
import static sluice.report.html.Markup.each;
import static sluice.report.html.Markup.el;
import static sluice.report.html.Markup.maybe;
import static sluice.report.html.Markup.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.lake.ledger.Counts;
import sluice.report.html.Node;
import sluice.report.model.LakeFile;
import sluice.report.model.ReportModel;
import sluice.report.text.Figures;

/** The way the rows took: one line for each source up to the gate, and one for what all of them became. */
final class Road {
  private Road() {}

  static Node of(ReportModel model) {
    List<Node> lanes = new ArrayList<>();
    model.run().datasets().forEach((dataset, counts) -> lanes.add(lane(dataset, counts, model)));
    if (!model.run().marts().isEmpty()) {
      lanes.add(marts(model));
    }
    return lanes.isEmpty() ? all() : el("div", css("road"), all(lanes));
  }

  private static Node lane(String dataset, Counts counts, ReportModel model) {
    List<LakeFile> files = model.files().stream().filter(file -> file.dataset().equals(dataset)).toList();
    long bytes = files.stream().mapToLong(LakeFile::bytes).sum();
    String raw = Figures.count(counts.read(), "row") + (files.isEmpty() ? "" : " in " + Figures.count(files.size(), "object") + ", " + Figures.bytes(bytes));
    String aside = Figures.count(counts.duplicates(), "duplicate") + ", " + Figures.count(counts.quarantined()) + " held back";
    return el("ol",
        step("source", dataset, Optional.empty()),
        step("raw", raw, Optional.empty()),
        step("gate", Figures.count(counts.accepted()) + " accepted", Optional.of(aside)));
  }

  private static Node marts(ReportModel model) {
    String tests = model.checks().isEmpty() ? "dbt" : "dbt, " + Figures.count(model.checks().size(), "test");
    return el("ol", css("joined"),
        step("all sources", "accepted rows", Optional.empty()),
        step("build", tests, Optional.empty()),
        each(model.run().marts().entrySet(), mart -> step("published", mart.getKey(), Optional.of(Figures.count(mart.getValue(), "row")))));
  }

  private static Node step(String room, String what, Optional<String> more) {
    return el("li", el("span", css("mute"), text(room)), el("b", what), maybe(more, text -> el("span", css("mute"), text(text))));
  }
}
