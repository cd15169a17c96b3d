package sluice.report.section;

import java.util.List;
import sluice.report.model.Problem;
import sluice.report.model.ReportModel;
import sluice.report.page.Anchors;
import sluice.report.verdict.Findings;
import sluice.report.verdict.Past;

/** What all sections of one page look at. */
public record View(ReportModel model, List<Problem> findings, Past past, Anchors anchors) {
  public static View of(ReportModel model) {
    return new View(model, Findings.of(model), Past.of(model), new Anchors());
  }
}
