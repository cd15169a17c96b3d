package sluice.report.verdict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import sluice.lake.ledger.RunStatus;
import sluice.report.model.ReportModel;
import sluice.report.model.Run;

/** The runs before this one, the oldest first, and what was usual in them. */
public record Past(List<Run> runs, Run now) {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int SHOWN = 30;

  public static Past of(ReportModel model) {
    Run now = model.run();
    return new Past(
        model.history().stream()
            .filter(run -> run.startedAt().isBefore(now.startedAt()) && !run.id().equals(now.id()))
            .sorted(Comparator.comparing(Run::startedAt))
            .toList(),
        now);
  }

  public Optional<Run> latest() {
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast());
  }

  /** The last 30 runs with this one as the last. */
  public List<Run> withNow() {
    List<Run> all = new ArrayList<>(runs);
    all.add(now);
    return all.subList(Math.max(0, all.size() - SHOWN), all.size());
  }

  /** The mean over the runs of the last 7 days that published something; empty on a first run. */
  public OptionalDouble weeklyMean(ToDoubleFunction<Run> figure) {
    return runs.stream()
        .filter(run -> run.status() != RunStatus.FAILED)
        .filter(run -> run.startedAt().isAfter(now.startedAt().minus(WEEK)))
        .mapToDouble(figure)
        .average();
  }
}
