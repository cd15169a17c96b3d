package sluice.report.chart;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sluice.lake.ledger.RunStatus;
import sluice.report.model.Run;
import sluice.report.text.Times;

/** Which days had a run, and on which of them none succeeded; a day before the first known run counts as neither. */
public final class DayRuns {
  private final Set<LocalDate> ran = new HashSet<>();
  private final Set<LocalDate> published = new HashSet<>();
  private final Optional<LocalDate> first;
  private final Optional<LocalDate> last;

  public DayRuns(List<Run> runs) {
    for (Run run : runs) {
      LocalDate day = Times.dayOf(run.startedAt());
      ran.add(day);
      if (run.status() != RunStatus.FAILED) {
        published.add(day);
      }
    }
    first = ran.stream().min(LocalDate::compareTo);
    last = ran.stream().max(LocalDate::compareTo);
  }

  public boolean missed(LocalDate day) {
    return first.isPresent() && day.isAfter(first.get()) && day.isBefore(last.orElseThrow()) && !ran.contains(day);
  }

  public boolean failed(LocalDate day) {
    return ran.contains(day) && !published.contains(day);
  }
}
