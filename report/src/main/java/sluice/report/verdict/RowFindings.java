package sluice.report.verdict;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sluice.lake.ledger.Counts;
import sluice.lake.ledger.RunStatus;
import sluice.report.model.Level;
import sluice.report.model.Problem;
import sluice.report.model.Quarantined;
import sluice.report.model.ReportModel;
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
      if (counts.read() == 0 && model.run().status() != RunStatus.FAILED && !failed(model, dataset)) {
        found.add(nothingRead(dataset, model));
      }
      if (counts.quarantined() > 0 && model.quarantined().stream().noneMatch(entry -> entry.dataset().equals(dataset))) {
        found.add(Problem.of("rows_quarantined", Level.WARNING, dataset, Figures.count(counts.quarantined(), "row") + " held back"));
      }
    });
    found.addAll(heldBack(model));
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

  // One finding for each reason, however many rows or objects it held back.
  private static List<Problem> heldBack(ReportModel model) {
    Map<List<String>, List<Quarantined>> byReason = model.quarantined().stream()
        .collect(Collectors.groupingBy(entry -> List.of(entry.dataset(), entry.reason()), LinkedHashMap::new, Collectors.toList()));
    return byReason.values().stream().map(RowFindings::heldBack).toList();
  }

  private static Problem heldBack(List<Quarantined> entries) {
    Quarantined first = entries.getFirst();
    String example = entries.stream().flatMap(entry -> entry.example().stream()).findFirst()
        .map(text -> ", such as " + Clip.end(text, LONGEST_EXAMPLE))
        .orElse("");
    Problem problem = Problem.of(first.reason(), Level.WARNING, first.dataset(), much(entries) + " held back" + example)
        .since(entries.stream().map(Quarantined::firstSeen).min(Instant::compareTo).orElseThrow())
        .link("#" + Anchors.slug(first.id()));
    return first.next().map(problem::next).orElse(problem);
  }

  private static String much(List<Quarantined> entries) {
    long objects = entries.stream().filter(entry -> entry.extent() == Quarantined.Extent.OBJECT).count();
    long rows = entries.stream().filter(entry -> entry.extent() == Quarantined.Extent.ROW).mapToLong(entry -> entry.rows().orElse(0L)).sum();
    String whole = Figures.count(objects, "whole object");
    return objects == 0 ? Figures.count(rows, "row") : rows == 0 ? whole : whole + " and " + Figures.count(rows, "row");
  }
}
