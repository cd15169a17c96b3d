package sluice.report.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sluice.report.model.Counts;
import sluice.report.model.Level;
import sluice.report.model.Problem;
import sluice.report.model.Quarantined;
import sluice.report.model.ReportModel;
import sluice.report.model.Status;
import sluice.report.page.Anchors;
import sluice.report.text.Clip;
import sluice.report.text.Figures;

/** What the rows tell: any that nobody accounts for, any held back, and sources that gave none. */
final class RowFindings {
  private static final int LONGEST_EXAMPLE = 80;

  private RowFindings() {}

  static List<Problem> of(ReportModel model) {
    List<Problem> found = new ArrayList<>();
    model.run().datasets().forEach((dataset, counts) -> {
      if (counts.missing() != 0) {
        found.add(unaccounted(dataset, counts));
      }
      if (counts.read() == 0 && model.run().status() != Status.FAILED && !failed(model, dataset)) {
        found.add(nothingRead(dataset, model));
      }
      if (counts.quarantined() > 0 && model.quarantined().stream().noneMatch(entry -> entry.dataset().equals(dataset))) {
        found.add(Problem.of("rows_quarantined", Level.WARNING, dataset, Figures.count(counts.quarantined(), "row") + " held back"));
      }
    });
    model.quarantined().forEach(entry -> found.add(heldBack(entry)));
    return found;
  }

  private static boolean failed(ReportModel model, String dataset) {
    return model.run().optionalFailed().stream().anyMatch(source -> source.source().equals(dataset));
  }

  private static Problem unaccounted(String dataset, Counts counts) {
    String what = counts.missing() > 0
        ? Figures.count(counts.missing(), "row") + " read and never given a verdict"
        : Figures.count(-counts.missing(), "more row") + " given a verdict than were read";
    return Problem.of("rows_unaccounted", Level.ERROR, dataset, what).link("#run");
  }

  private static Problem nothingRead(String dataset, ReportModel model) {
    Optional<Long> before = Past.of(model).latest().map(run -> run.datasets().getOrDefault(dataset, Counts.NONE).read());
    String then = before.map(rows -> "; the run before read " + Figures.count(rows)).orElse("");
    return Problem.of("no_rows", Level.WARNING, dataset, "this run read 0 rows" + then);
  }

  private static Problem heldBack(Quarantined entry) {
    String how = entry.extent() == Quarantined.Extent.OBJECT
        ? "a whole object is held back"
        : entry.rows().map(rows -> Figures.count(rows, "row")).orElse("rows") + " held back";
    String what = how + entry.example().map(example -> ", such as " + Clip.end(example, LONGEST_EXAMPLE)).orElse("");
    Problem problem = Problem.of(entry.reason(), Level.WARNING, entry.dataset(), what)
        .since(entry.firstSeen())
        .link("#" + Anchors.slug(entry.id()));
    return entry.next().map(problem::next).orElse(problem);
  }
}
