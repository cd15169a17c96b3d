package sluice.report;

import java.util.List;
import sluice.report.model.ReportModel;
import sluice.report.page.Page;
import sluice.report.section.FilesSection;
import sluice.report.section.GuideSection;
import sluice.report.section.HistorySection;
import sluice.report.section.MarketSection;
import sluice.report.section.ProblemsSection;
import sluice.report.section.QualitySection;
import sluice.report.section.QuarantineSection;
import sluice.report.section.RunSection;
import sluice.report.section.Section;
import sluice.report.section.View;

/** Turns what is known of a run into one HTML file that needs nothing else; the same model gives the same bytes. */
public final class Report {
  private static final List<Section> SECTIONS = List.of(
      new ProblemsSection(),
      new MarketSection(),
      new RunSection(),
      new QualitySection(),
      new QuarantineSection(),
      new HistorySection(),
      new FilesSection(),
      new GuideSection());

  private Report() {}

  public static String html(ReportModel model) {
    return Page.of(View.of(model), SECTIONS);
  }
}
