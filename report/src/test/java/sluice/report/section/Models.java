package sluice.report.section;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import sluice.report.html.Node;
import sluice.report.html.Writer;
import sluice.report.market.Market;
import sluice.report.model.Check;
import sluice.report.model.Quarantined;
import sluice.report.model.ReportModel;
import sluice.report.model.Run;

/** Sample models with one thing changed, and what a section makes of them. */
final class Models {
  private Models() {}

  static String html(Section section, ReportModel model) {
    return Writer.write(section.body(View.of(model)));
  }

  /** Without tags, spaces made single: what a reader reads. */
  static String words(Node node) {
    return words(Writer.write(node));
  }

  static String words(String html) {
    return html.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ").strip();
  }

  static ReportModel with(ReportModel model, Run run) {
    return new ReportModel(model.title(), model.place(), model.writtenAt(), run, model.stages(), model.problems(), model.checks(),
        model.checkHistory(), model.quarantined(), model.history(), model.market(), model.files(), model.versions());
  }

  static ReportModel withChecks(ReportModel model, List<Check> checks) {
    return new ReportModel(model.title(), model.place(), model.writtenAt(), model.run(), model.stages(), model.problems(), checks,
        model.checkHistory(), model.quarantined(), model.history(), model.market(), model.files(), model.versions());
  }

  static ReportModel withQuarantined(ReportModel model, List<Quarantined> quarantined) {
    return new ReportModel(model.title(), model.place(), model.writtenAt(), model.run(), model.stages(), model.problems(), model.checks(),
        model.checkHistory(), quarantined, model.history(), model.market(), model.files(), model.versions());
  }

  static ReportModel withHistory(ReportModel model, List<Run> history) {
    return new ReportModel(model.title(), model.place(), model.writtenAt(), model.run(), model.stages(), model.problems(), model.checks(),
        model.checkHistory(), model.quarantined(), history, model.market(), model.files(), model.versions());
  }

  static ReportModel withMarket(ReportModel model, Market market) {
    return new ReportModel(model.title(), model.place(), model.writtenAt(), model.run(), model.stages(), model.problems(), model.checks(),
        model.checkHistory(), model.quarantined(), model.history(), Optional.of(market), model.files(), model.versions());
  }

  static ReportModel withoutFiles(ReportModel model) {
    return new ReportModel(model.title(), model.place(), model.writtenAt(), model.run(), model.stages(), model.problems(), model.checks(),
        model.checkHistory(), model.quarantined(), model.history(), model.market(), List.of(), Map.of());
  }
}
