package sluice.report.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import sluice.report.model.Stage;

/** The stages a run waited for: going back from its end, always the one that ended last before the next began. */
final class CriticalPath {
  private static final long CLOCK_SKEW_MS = 50;

  private CriticalPath() {}

  static List<Stage> of(List<Stage> stages) {
    List<Stage> path = new ArrayList<>();
    Optional<Stage> next = stages.stream().max(Comparator.comparing(Stage::end));
    while (next.isPresent()) {
      Stage later = next.get();
      path.addFirst(later);
      next = stages.stream()
          .filter(stage -> !path.contains(stage))
          .filter(stage -> stage.end().toMillis() <= later.start().toMillis() + CLOCK_SKEW_MS)
          .filter(stage -> stage.start().compareTo(later.start()) < 0)
          .max(Comparator.comparing(Stage::end));
    }
    return path;
  }
}
