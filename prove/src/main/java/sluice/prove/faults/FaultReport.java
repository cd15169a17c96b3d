package sluice.prove.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of a sweep.
 *
 * @param calls that the job makes when nothing fails
 * @param runs jobs that had a fault in them
 */
public record FaultReport(int calls, int runs, List<Broken> broken) {
  public FaultReport {
    broken = List.copyOf(broken);
  }

  FaultReport and(FaultReport other) {
    List<Broken> both = new ArrayList<>(broken);
    both.addAll(other.broken);
    return new FaultReport(calls + other.calls, runs + other.runs, both);
  }
}
